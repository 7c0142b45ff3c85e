# Squared distances.
def pairwise_distances(X, Y):
    return ((X[:, None] - Y) ** 2).sum(axis=2)
