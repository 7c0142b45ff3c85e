# g is Euler's number to the power f: the node e is computed and never used.
def forward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    return {"d": d, "e": e, "f": f, "g": math.exp(f)}
