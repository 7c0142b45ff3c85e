# The parents of d are served before the contribution of e has arrived: b and c miss one path.
def backward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    df = e**f * math.log(e)
    de = f * e ** (f - 1)
    dd = df * a
    dc = dd * b
    db = dd * c
    dd = dd + de
    da = de + df * d
    return {"g": 1.0, "f": df, "e": de, "d": dd, "c": dc, "b": db, "a": da}
