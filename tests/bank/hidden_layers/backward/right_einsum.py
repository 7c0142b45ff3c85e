def backward(X, y, params, cache):
    if y.shape != cache["A2"].shape:
        raise ValueError("shape")
    d2 = cache["A2"] - y
    d1 = np.einsum("nm,hm,nh->nh", d2, params["W2"], 1 - np.tanh(cache["Z1"]) ** 2)
    mean = 1 / y.size
    return {"W1": mean * np.einsum("nd,nh->dh", X, d1), "b1": mean * d1.sum(0).reshape(1, -1),
            "W2": mean * np.einsum("nh,nm->hm", cache["A1"], d2), "b2": mean * d2.sum(0)[None]}
