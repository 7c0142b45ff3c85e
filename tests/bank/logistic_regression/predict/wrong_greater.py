# Symptom: exactly at the threshold the answer is 0.
def predict(w, b, X, threshold=0.5):
    return (0.5 * (1 + np.tanh((X @ w + b) / 2)) > threshold).astype(int)
