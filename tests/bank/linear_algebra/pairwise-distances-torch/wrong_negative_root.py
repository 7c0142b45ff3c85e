# The trick with dot products may take the root of a negative number: nan.
def pairwise_distances_torch(X, Y):
    return ((X**2).sum(dim=1)[:, None] - 2 * X @ Y.T + (Y**2).sum(dim=1)).sqrt()
