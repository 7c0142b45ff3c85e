def to_torch(a, copy=False):
    if copy:
        a = a.copy()
    return torch.as_tensor(a)
