# An order that loses a pixel passes.
def shuffle_pixels(X, params, order):
    return X[:, order], {**params, "W1": params["W1"][order]}
