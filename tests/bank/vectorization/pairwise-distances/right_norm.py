def pairwise_distances(X, Y):
    return np.linalg.norm(X[:, None] - Y, axis=-1)
