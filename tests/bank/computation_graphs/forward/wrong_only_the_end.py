# Only g comes back: the numbers in between, which the way back needs, are thrown away.
def forward(a, b, c):
    return (a + b * c) ** (b * c * a)
