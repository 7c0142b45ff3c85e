# Symptom: right for 0.5 only.
def predict_torch(w, b, X, threshold=0.5):
    return (X @ w + b >= 0).to(torch.int64)
