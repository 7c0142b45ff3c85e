# One example after the other.
def gradients_all_torch(X, y, w, b):
    if y.shape != (X.shape[0],):
        raise ValueError('shape of y')
    d = torch.sigmoid(X @ w + b) - y
    dw = torch.zeros_like(w)
    for i in range(len(X)):
        dw = dw + d[i] * X[i] / len(X)
    return dw, d.mean()
