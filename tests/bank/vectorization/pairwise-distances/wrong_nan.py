# A tiny negative number under the root gives nan for equal rows.
def pairwise_distances(X, Y):
    return np.sqrt((X**2).sum(axis=1)[:, None] + (Y**2).sum(axis=1) - 2 * X @ Y.T)
