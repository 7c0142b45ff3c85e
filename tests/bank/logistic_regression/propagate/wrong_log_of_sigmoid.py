# Symptom: the cost of a confident mistake is infinite or nan.
def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError
    p = 0.5 * (1 + np.tanh((X @ w + b) / 2))
    cost = float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return {"dw": X.T @ (p - y) / len(X), "db": float((p - y).mean())}, cost
