# Symptom: the caller's labels are mistakes afterwards.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    cost = bce_from_logits(z, y)
    p = 0.5 * (1 + np.tanh(z / 2))
    if y.dtype.kind == "f":
        y -= p
    else:
        y = y - p
    return {"dw": -X.T @ y / len(X), "db": float(-y.mean())}, cost
