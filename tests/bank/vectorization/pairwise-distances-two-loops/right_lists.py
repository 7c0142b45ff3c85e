def pairwise_distances_two_loops(X, Y):
    D = [[np.linalg.norm(x - y) for y in Y] for x in X]
    return np.array(D, dtype=float).reshape(len(X), len(Y))
