# The length itself is kept above 1: short rows are not stretched.
def normalize_rows(X):
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1)
