def pairwise_distances_one_loop(X, Y):
    D = np.empty((len(X), len(Y)))
    for j in range(len(Y)):
        D[:, j] = np.sqrt(np.sum((X - Y[j]) ** 2, axis=1))
    return D
