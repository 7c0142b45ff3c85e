def predict_torch(w, b, X, threshold=0.5):
    with torch.no_grad():
        p = 1 / (1 + torch.exp(-(X @ w + b)))
        return torch.where(p >= threshold, 1, 0)
