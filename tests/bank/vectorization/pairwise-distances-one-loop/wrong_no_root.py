# Squared distances.
def pairwise_distances_one_loop(X, Y):
    return np.array([((Y - x) ** 2).sum(axis=1) for x in X])
