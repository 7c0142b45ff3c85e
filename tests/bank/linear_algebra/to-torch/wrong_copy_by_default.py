# The default was changed: without a word about copying, nothing is shared.
def to_torch(a, copy=True):
    return torch.tensor(a) if copy else torch.from_numpy(a)
