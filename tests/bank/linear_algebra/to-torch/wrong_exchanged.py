# The two cases are exchanged.
def to_torch(a, copy=False):
    return torch.from_numpy(a) if copy else torch.tensor(a)
