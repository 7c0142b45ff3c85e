# Fractions are cut off for whole numbers.
def pairwise_distances_two_loops(X, Y):
    D = np.zeros((len(X), len(Y)), dtype=X.dtype)
    for i in range(len(X)):
        for j in range(len(Y)):
            D[i, j] = np.sqrt(((X[i] - Y[j]) ** 2).sum())
    return D
