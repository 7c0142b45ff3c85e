def group_means(X, labels, groups):
    sums = np.zeros((groups, X.shape[1]))
    np.add.at(sums, labels, X)
    counts = np.bincount(labels, minlength=groups)
    return sums / np.maximum(counts, 1)[:, None]
