# The local derivative of a product is taken to be the factor itself: b and c are exchanged.
def backward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    df = e**f * math.log(e)
    de = f * e ** (f - 1)
    dd = de + df * a
    dc = dd * c
    db = dd * b
    da = de + df * d
    return {"g": 1.0, "f": df, "e": de, "d": dd, "c": dc, "b": db, "a": da}
