# A small number is added to every length: rows of small numbers come out too short.
def normalize_rows(X):
    return X / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-8)
