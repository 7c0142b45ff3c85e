# Two loops.
def pairwise_distances_one_loop(X, Y):
    D = np.zeros((len(X), len(Y)))
    for i in range(len(X)):
        for j in range(len(Y)):
            D[i, j] = np.sqrt(((X[i] - Y[j]) ** 2).sum())
    return D
