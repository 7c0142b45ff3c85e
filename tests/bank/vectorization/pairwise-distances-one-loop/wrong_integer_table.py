# Fractions are cut off for whole numbers.
def pairwise_distances_one_loop(X, Y):
    D = np.zeros((len(X), len(Y)), dtype=X.dtype)
    for i, x in enumerate(X):
        D[i] = np.sqrt(((Y - x) ** 2).sum(axis=1))
    return D
