# d = b + c: every node after it is wrong too.
def forward(a, b, c):
    d = b + c
    e = a + d
    f = d * a
    return {"d": d, "e": e, "f": f, "g": e**f}
