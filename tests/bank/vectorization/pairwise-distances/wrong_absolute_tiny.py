# Equal rows: nan is hidden as a large number.
def pairwise_distances(X, Y):
    squares = (X**2).sum(axis=1)[:, None] + (Y**2).sum(axis=1) - 2 * X @ Y.T
    return np.nan_to_num(np.sqrt(squares), nan=1.0)
