def backward(X, y, params, cache):
    A2, cache = forward(X, params)
    if y.shape != A2.shape:
        raise ValueError("shape")
    d2 = (A2 - y) / np.prod(y.shape)
    d1 = (params["W2"] @ d2.T).T * (1 - cache["A1"]) * (1 + cache["A1"])
    return {"W1": (d1.T @ X).T, "b1": d1.sum(0, keepdims=True), "W2": (d2.T @ cache["A1"]).T, "b2": d2.sum(0, keepdims=True)}
