# Symptom: exactly at the threshold the answer is 0.
def predict_torch(w, b, X, threshold=0.5):
    return (torch.sigmoid(X @ w + b) > threshold).to(torch.int64)
