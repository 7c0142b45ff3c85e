def normalize_rows(X):
    norms = np.sqrt((X.astype(float) ** 2).sum(axis=1))
    result = np.zeros(X.shape)
    for i, norm in enumerate(norms):
        if norm > 0:
            result[i] = X[i] / norm
    return result
