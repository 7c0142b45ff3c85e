# The columns of W1 are units, not pixels.
def shuffle_pixels(X, params, order):
    if not np.array_equal(np.sort(order), np.arange(X.shape[1])):
        raise ValueError("order")
    W1 = params["W1"]
    return X[:, order], {**params, "W1": W1[:, order] if W1.shape[1] == len(order) else W1}
