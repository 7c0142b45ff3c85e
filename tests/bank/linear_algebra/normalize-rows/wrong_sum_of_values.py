# Each row is divided by its sum.
def normalize_rows(X):
    sums = X.sum(axis=1, keepdims=True)
    return X / np.where(sums == 0, 1, sums)
