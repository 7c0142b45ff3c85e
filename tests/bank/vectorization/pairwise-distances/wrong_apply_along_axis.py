# np.apply_along_axis is a loop.
def pairwise_distances(X, Y):
    if not len(X):
        return np.zeros((0, len(Y)))
    return np.apply_along_axis(lambda x: np.linalg.norm(Y - x, axis=1), 1, X)
