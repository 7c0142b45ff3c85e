# Labels in a column make a square, in silence.
def gradients_all(X, y, w, b):
    d = forward_all(X, w, b) - y
    return X.T @ d / len(X), d.mean()
