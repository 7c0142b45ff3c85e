# Symptom: the slopes are right only when X is square.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    mistake = 0.5 * (1 + np.tanh(z / 2)) - y
    return {"dw": X.T @ mistake / len(w), "db": float(mistake.mean())}, bce_from_logits(z, y)
