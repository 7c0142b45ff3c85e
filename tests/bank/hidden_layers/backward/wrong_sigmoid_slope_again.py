# The slope of the sigmoid is there a second time.
def backward(X, y, params, cache):
    if y.shape != cache["A2"].shape:
        raise ValueError("shape")
    d2 = (cache["A2"] - y) * cache["A2"] * (1 - cache["A2"]) / y.size
    d1 = d2 @ params["W2"].T * (1 - cache["A1"] ** 2)
    return {"W1": X.T @ d1, "b1": d1.sum(0, keepdims=True), "W2": cache["A1"].T @ d2, "b2": d2.sum(0, keepdims=True)}
