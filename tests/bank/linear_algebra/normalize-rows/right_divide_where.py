def normalize_rows(X):
    X = np.asarray(X, dtype=float)
    norms = np.linalg.norm(X, axis=1)[:, None]
    return np.divide(X, norms, out=np.zeros_like(X), where=norms > 0)
