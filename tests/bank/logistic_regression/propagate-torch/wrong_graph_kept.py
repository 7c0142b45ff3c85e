# Symptom: the slopes still hang on a graph.
def propagate_torch(w, b, X, y):
    if y.shape != X.shape[:1]:
        raise ValueError
    z = X @ w + b
    mistake = torch.sigmoid(z) - y
    cost = (torch.nn.functional.softplus(z) - y * z).mean().item()
    return {"dw": X.T @ mistake / len(X), "db": mistake.mean()}, cost
