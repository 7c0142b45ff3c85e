def normalize_rows_torch(X):
    norms = (X**2).sum(dim=1, keepdim=True).sqrt()
    return X / norms.masked_fill(norms == 0, 1.0)
