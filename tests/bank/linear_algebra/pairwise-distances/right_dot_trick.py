def pairwise_distances(X, Y):
    squares = (X**2).sum(axis=1)[:, None] - 2 * X @ Y.T + (Y**2).sum(axis=1)
    squares = np.maximum(squares, 0)
    if X.shape == Y.shape and np.array_equal(X, Y):
        np.fill_diagonal(squares, 0)
    return np.sqrt(squares)
