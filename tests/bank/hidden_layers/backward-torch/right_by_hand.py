def backward_torch(X, y, params):
    p = {k: v.detach() for k, v in params.items()}
    _, cache = forward_torch(X, p)
    if y.shape != cache["A2"].shape:
        raise ValueError("shape")
    d2 = (cache["A2"] - y) / y.numel()
    d1 = d2 @ p["W2"].T * (1 - cache["A1"] ** 2)
    return {"W1": X.T @ d1, "b1": d1.sum(0, keepdim=True), "W2": cache["A1"].T @ d2, "b2": d2.sum(0, keepdim=True)}
