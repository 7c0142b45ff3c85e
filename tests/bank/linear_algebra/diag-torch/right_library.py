def diag_torch(v):
    return torch.diag(v)
