def propagate(w, b, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if y.shape != X.shape[:1]:
        raise ValueError("y must have the shape (m,)")
    z = X.dot(w) + b
    t = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, t) / (1 + t)
    delta = (p - y) / len(y)
    return {"dw": delta @ X, "db": np.sum(delta)}, np.mean(np.logaddexp(0, z) - y * z)
