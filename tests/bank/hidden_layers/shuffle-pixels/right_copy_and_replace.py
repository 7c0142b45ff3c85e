def shuffle_pixels(X, params, order):
    if not np.array_equal(np.sort(order), np.arange(X.shape[1])):
        raise ValueError("order")
    new = {k: v.copy() for k, v in params.items()}
    new["W1"] = params["W1"][order, :]
    return np.take(X, order, axis=1), new
