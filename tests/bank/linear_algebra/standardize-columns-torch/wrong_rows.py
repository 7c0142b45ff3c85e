# The rows are standardised.
def standardize_columns_torch(X):
    X = X if X.is_floating_point() else X.float()
    s = X.std(dim=1, keepdim=True, correction=0)
    return (X - X.mean(dim=1, keepdim=True)) / torch.where(s == 0, 1, s)
