# Sums of absolute differences.
def pairwise_distances_two_loops(X, Y):
    D = np.zeros((len(X), len(Y)))
    for i in range(len(X)):
        for j in range(len(Y)):
            D[i, j] = np.abs(X[i] - Y[j]).sum()
    return D
