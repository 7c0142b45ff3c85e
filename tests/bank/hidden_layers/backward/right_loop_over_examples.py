def backward(X, y, params, cache):
    if y.shape != cache["A2"].shape:
        raise ValueError("shape")
    grads = {k: np.zeros_like(v) for k, v in params.items()}
    for x, a1, a2, t in zip(X, cache["A1"], cache["A2"], y):
        d2 = (a2 - t) / y.size
        d1 = (params["W2"] @ d2) * (1 - a1 * a1)
        grads["W1"] += np.outer(x, d1)
        grads["b1"] += d1
        grads["W2"] += np.outer(a1, d2)
        grads["b2"] += d2
    return grads
