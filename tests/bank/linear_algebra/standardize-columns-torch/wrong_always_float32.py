# float64 becomes float32.
def standardize_columns_torch(X):
    X = X.float()
    s = X.std(dim=0, correction=0)
    return (X - X.mean(dim=0)) / torch.where(s == 0, 1, s)
