# Symptom: with two sigmoids nothing is below one half.
def predict_torch(w, b, X, threshold=0.5):
    return (torch.sigmoid(torch.sigmoid(X @ w + b)) >= threshold).to(torch.int64)
