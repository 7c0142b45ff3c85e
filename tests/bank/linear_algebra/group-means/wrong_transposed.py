# Groups stand in columns.
def group_means(X, labels, groups):
    M = np.zeros((groups, X.shape[1]))
    for g in range(groups):
        if (labels == g).any():
            M[g] = X[labels == g].mean(axis=0)
    return M.T
