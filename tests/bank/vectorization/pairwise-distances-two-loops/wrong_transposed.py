# Rows and columns are exchanged.
def pairwise_distances_two_loops(X, Y):
    D = np.zeros((len(Y), len(X)))
    for i in range(len(X)):
        for j in range(len(Y)):
            D[j, i] = np.sqrt(((X[i] - Y[j]) ** 2).sum())
    return D
