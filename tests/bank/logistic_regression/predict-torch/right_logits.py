def predict_torch(w, b, X, threshold=0.5):
    z = torch.mv(X, w).add(b)
    limit = float(np.log(threshold / (1 - threshold)))
    return torch.ge(z, limit).long()
