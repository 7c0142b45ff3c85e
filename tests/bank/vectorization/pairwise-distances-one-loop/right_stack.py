def pairwise_distances_one_loop(X, Y):
    return np.stack([np.linalg.norm(Y - x, axis=1) for x in X])
