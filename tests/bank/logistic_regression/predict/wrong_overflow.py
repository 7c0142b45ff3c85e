# Symptom: a warning about an overflow for logits that are far out.
def predict(w, b, X, threshold=0.5):
    return (1 / (1 + np.exp(-(X @ w + b))) >= threshold).astype(int)
