# The table has as many columns as X has rows.
def pairwise_distances_two_loops(X, Y):
    D = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            D[i, j] = np.sqrt(((X[i] - Y[j]) ** 2).sum())
    return D
