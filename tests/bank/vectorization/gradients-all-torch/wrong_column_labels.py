# Labels in a column make a square, in silence.
def gradients_all_torch(X, y, w, b):
    d = torch.sigmoid(X @ w + b) - y
    return X.T @ d / len(X), d.mean()
