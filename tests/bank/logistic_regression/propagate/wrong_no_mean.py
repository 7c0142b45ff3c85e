# Symptom: repeated examples make the slopes larger.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    z = X @ w + b
    mistake = 0.5 * (1 + np.tanh(z / 2)) - y
    return {"dw": X.T @ mistake, "db": float(mistake.sum())}, bce_from_logits(z, y)
