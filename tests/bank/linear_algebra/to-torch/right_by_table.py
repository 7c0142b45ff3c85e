def to_torch(a, copy=False):
    return torch.tensor(a) if copy else torch.from_numpy(a)
