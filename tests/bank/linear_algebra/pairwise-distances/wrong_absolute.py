# Absolute differences added up.
def pairwise_distances(X, Y):
    return np.abs(X[:, None] - Y[None]).sum(axis=2)
