# e is taken for Euler's number, so its logarithm for 1: dg/df is g.
def backward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    df = e**f
    de = f * e ** (f - 1)
    dd = de + df * a
    dc = dd * b
    db = dd * c
    da = de + df * d
    return {"g": 1.0, "f": df, "e": de, "d": dd, "c": dc, "b": db, "a": da}
