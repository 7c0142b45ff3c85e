# The mean is missing.
def gradients_all_torch(X, y, w, b):
    if y.shape != (X.shape[0],):
        raise ValueError('shape of y')
    d = torch.sigmoid(X @ w + b) - y
    return X.T @ d, d.sum()
