# Symptom: the slopes have the factor p (1 - p).
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    p = 0.5 * (1 + np.tanh(z / 2))
    mistake = (p - y) * p * (1 - p)
    return {"dw": X.T @ mistake / len(X), "db": float(mistake.mean())}, bce_from_logits(z, y)
