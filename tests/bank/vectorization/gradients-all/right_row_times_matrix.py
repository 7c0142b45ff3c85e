def gradients_all(X, y, w, b):
    if np.shape(y) != (X.shape[0],):
        raise ValueError('shape of y')
    n = len(X)
    d = (sigmoid_all(X @ w + b) - y) / n
    return d @ X, d.sum()
