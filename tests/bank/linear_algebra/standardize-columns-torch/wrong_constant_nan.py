# A constant column gives nan.
def standardize_columns_torch(X):
    X = X if X.is_floating_point() else X.float()
    return (X - X.mean(dim=0)) / X.std(dim=0, correction=0)
