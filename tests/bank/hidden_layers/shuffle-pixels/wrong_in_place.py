# The caller's W1 is shuffled too.
def shuffle_pixels(X, params, order):
    if not np.array_equal(np.sort(order), np.arange(X.shape[1])):
        raise ValueError("order")
    params["W1"] = params["W1"][order]
    return X[:, order], params
