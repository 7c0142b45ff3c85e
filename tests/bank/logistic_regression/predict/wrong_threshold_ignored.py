# Symptom: right for 0.5 only.
def predict(w, b, X, threshold=0.5):
    return (X @ w + b >= 0).astype(int)
