# Symptom: logits between 0 and 0.5 become class 0.
def predict(w, b, X, threshold=0.5):
    return (X @ w + b >= threshold).astype(int)
