# Symptom: np.round sends exactly one half to 0.
def predict(w, b, X, threshold=0.5):
    return np.round(0.5 * (1 + np.tanh((X @ w + b) / 2)) - threshold + 0.5).astype(int)
