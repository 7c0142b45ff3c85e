# Nothing is shared, also when it was asked for.
def to_torch(a, copy=False):
    return torch.tensor(a)
