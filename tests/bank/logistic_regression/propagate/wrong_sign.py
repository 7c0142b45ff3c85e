# Symptom: training climbs.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    mistake = y - 0.5 * (1 + np.tanh(z / 2))
    return {"dw": X.T @ mistake / len(X), "db": float(mistake.mean())}, bce_from_logits(z, y)
