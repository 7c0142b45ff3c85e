# Squared distances.
def pairwise_distances_torch(X, Y):
    return ((X[:, None] - Y[None]) ** 2).sum(dim=2)
