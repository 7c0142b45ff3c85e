# The root is missing.
def pairwise_distances(X, Y):
    return ((X[:, None] - Y[None]) ** 2).sum(axis=2)
