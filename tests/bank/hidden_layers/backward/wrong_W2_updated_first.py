# dZ1 is computed with a W2 that has moved already.
def backward(X, y, params, cache):
    if y.shape != cache["A2"].shape:
        raise ValueError("shape")
    d2 = (cache["A2"] - y) / y.size
    dW2 = cache["A1"].T @ d2
    d1 = d2 @ (params["W2"] - 0.1 * dW2).T * (1 - cache["A1"] ** 2)
    return {"W1": X.T @ d1, "b1": d1.sum(0, keepdims=True), "W2": dW2, "b2": d2.sum(0, keepdims=True)}
