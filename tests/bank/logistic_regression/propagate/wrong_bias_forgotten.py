# Symptom: right wherever the bias is 0, so right at the first step of every training.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError("y must have the shape (m,)")
    z = X @ w
    mistake = 0.5 * (1 + np.tanh(z / 2)) - y
    return {"dw": X.T @ mistake / len(X), "db": mistake.mean()}, bce_from_logits(z, y)
