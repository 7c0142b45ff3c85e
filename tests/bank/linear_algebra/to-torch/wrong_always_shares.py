# Both ways share: writing into the 'copy' changes the array.
def to_torch(a, copy=False):
    return torch.from_numpy(a)
