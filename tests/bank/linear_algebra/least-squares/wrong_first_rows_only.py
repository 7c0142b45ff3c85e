# Only the first d measurements are used.
def least_squares(X, y):
    d = X.shape[1]
    return np.linalg.lstsq(X[:d], y[:d])[0]
