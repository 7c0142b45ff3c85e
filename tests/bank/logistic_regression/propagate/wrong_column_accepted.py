# Symptom: labels in a column give a square, and slopes that mean nothing.
def propagate(w, b, X, y):
    z = X @ w + b
    mistake = 0.5 * (1 + np.tanh(z / 2)) - y
    return {"dw": (X.T @ mistake) / len(X), "db": float(np.mean(mistake))}, float(np.mean(np.logaddexp(0, z) - y * z))
