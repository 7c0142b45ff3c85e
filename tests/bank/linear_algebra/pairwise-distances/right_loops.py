def pairwise_distances(X, Y):
    return np.array([[np.linalg.norm(x - y) for y in Y] for x in X])
