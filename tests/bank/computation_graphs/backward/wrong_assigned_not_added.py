# = for +=: where a node is used twice, only the contribution that came last is left.
def backward(a, b, c):
    d = b * c
    e = a + d
    f = d * a
    slopes = {
        "g": {"f": e**f * math.log(e), "e": f * e ** (f - 1)},
        "f": {"d": a, "a": d},
        "e": {"d": 1.0, "a": 1.0},
        "d": {"c": b, "b": c},
    }
    grads = dict.fromkeys("gfedcba", 0.0)
    grads["g"] = 1.0
    for node in "gfed":
        for parent, slope in slopes[node].items():
            grads[parent] = slope * grads[node]
    return grads
