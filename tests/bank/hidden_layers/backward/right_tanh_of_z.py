def backward(X, y, params, cache):
    if np.shape(y) != np.shape(cache["Z2"]):
        raise ValueError("shape")
    ones = np.ones((1, len(X)))
    d2 = (cache["A2"] - y) / (y.shape[0] * y.shape[1])
    d1 = d2 @ params["W2"].T / np.cosh(cache["Z1"]) ** 2
    return dict(b2=ones @ d2, W2=cache["A1"].T @ d2, b1=ones @ d1, W1=X.T @ d1)
