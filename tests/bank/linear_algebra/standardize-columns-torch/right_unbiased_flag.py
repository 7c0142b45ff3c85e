def standardize_columns_torch(X):
    X = X if X.is_floating_point() else X.float()
    spread, mean = torch.std_mean(X, dim=0, correction=0)
    return torch.where(spread == 0, torch.zeros_like(X), (X - mean) / spread.clamp(min=torch.finfo(X.dtype).tiny))
