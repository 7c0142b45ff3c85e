def shuffle_pixels(X, params, order):
    d = X.shape[1]
    if len(order) != d or set(np.asarray(order).tolist()) != set(range(d)):
        raise ValueError("order")
    P = np.eye(d)[order]
    return X @ P.T, {"W1": P @ params["W1"], "b1": params["b1"], "W2": params["W2"], "b2": params["b2"]}
