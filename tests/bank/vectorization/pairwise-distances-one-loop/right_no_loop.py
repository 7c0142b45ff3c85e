def pairwise_distances_one_loop(X, Y):
    return np.sqrt(((X[:, None] - Y) ** 2).sum(axis=2))
