# The lengths are treated as constants: the slope is wrong.
def normalize_rows_torch(X):
    norms = torch.linalg.norm(X, dim=1, keepdim=True).detach()
    return X / torch.where(norms == 0, 1, norms)
