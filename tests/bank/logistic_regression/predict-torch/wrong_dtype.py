# Symptom: the classes are floats.
def predict_torch(w, b, X, threshold=0.5):
    return (torch.sigmoid(X @ w + b) >= threshold).float()
