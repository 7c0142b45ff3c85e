# Symptom: an error, unless X is square; then wrong slopes.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    mistake = 0.5 * (1 + np.tanh(z / 2)) - y
    return {"dw": X @ mistake / len(X), "db": float(mistake.mean())}, bce_from_logits(z, y)
