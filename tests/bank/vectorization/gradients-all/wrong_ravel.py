# Labels of any shape are squeezed in.
def gradients_all(X, y, w, b):
    d = forward_all(X, w, b) - np.ravel(y)
    return X.T @ d / len(X), d.mean()
