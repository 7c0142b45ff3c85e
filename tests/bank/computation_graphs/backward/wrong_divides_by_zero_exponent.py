# de = g * f / e and df through the logarithm of g: fails where f = 0.
def backward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    g = e**f
    df = g * math.log(g) / f
    de = g * f / e
    dd = de + df * a
    dc = dd * b
    db = dd * c
    da = de + df * d
    return {"g": 1.0, "f": df, "e": de, "d": dd, "c": dc, "b": db, "a": da}
