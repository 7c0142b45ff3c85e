# y - a: the slopes point downhill.
def gradients_all(X, y, w, b):
    if np.shape(y) != (X.shape[0],):
        raise ValueError('shape of y')
    d = y - forward_all(X, w, b)
    return X.T @ d / len(X), d.mean()
