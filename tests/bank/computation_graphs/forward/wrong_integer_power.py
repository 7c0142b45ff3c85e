# The exponent is cut to a whole number: right at the check's points, wrong where f has a fraction.
def forward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    return {"d": d, "e": e, "f": f, "g": e ** int(f)}
