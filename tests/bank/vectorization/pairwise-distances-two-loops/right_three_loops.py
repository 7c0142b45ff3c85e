def pairwise_distances_two_loops(X, Y):
    D = np.zeros((X.shape[0], Y.shape[0]))
    for i in range(X.shape[0]):
        for j in range(Y.shape[0]):
            total = 0.0
            for k in range(X.shape[1]):
                total += (X[i, k] - Y[j, k]) ** 2
            D[i, j] = total ** 0.5
    return D
