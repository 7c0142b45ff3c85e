def backward(a, b, c):
    d, e = b * c, a + b * c
    f = a * d
    slopes = {
        "g": {"f": np.power(e, float(f)) * np.log(e), "e": f * np.power(float(e), f - 1.0)},
        "f": {"d": a, "a": d},
        "e": {"d": 1, "a": 1},
        "d": {"c": b, "b": c},
    }
    grads = dict.fromkeys("gfedcba", 0.0)
    grads["g"] = 1.0
    for node in "gfed":
        for parent, slope in slopes[node].items():
            grads[parent] += float(slope) * grads[node]
    return grads
