def standardize_columns_torch(X):
    X = X if X.is_floating_point() else X.float()
    centred = X - X.mean(dim=0)
    spread = (centred**2).mean(dim=0).sqrt()
    return centred / spread.masked_fill(spread == 0, 1.0)
