def backward(a, b, c):
    d = b * c
    e = a + d
    g = e ** (d * a)
    da = g * (d * a / e + d * math.log(e))
    dd = g * (d * a / e + a * math.log(e))
    return {"g": 1.0, "f": g * math.log(e), "e": g * d * a / e, "d": dd, "c": dd * b, "b": dd * c, "a": da}
