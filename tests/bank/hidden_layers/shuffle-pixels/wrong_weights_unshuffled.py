# The rows of W1 go the other way round.
def shuffle_pixels(X, params, order):
    if not np.array_equal(np.sort(order), np.arange(X.shape[1])):
        raise ValueError("order")
    return X[:, order], {**params, "W1": params["W1"][np.argsort(order)]}
