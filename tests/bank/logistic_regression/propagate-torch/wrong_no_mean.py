# Symptom: the slopes are m times too large.
def propagate_torch(w, b, X, y):
    if y.shape != X.shape[:1]:
        raise ValueError
    with torch.no_grad():
        z = X @ w + b
        mistake = torch.sigmoid(z) - y
        cost = torch.nn.functional.binary_cross_entropy_with_logits(z, y).item()
        return {"dw": X.T @ mistake, "db": mistake.sum()}, cost
