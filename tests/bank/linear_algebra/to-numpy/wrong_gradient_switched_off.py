# requires_grad_(False) changes the caller's tensor.
def to_numpy(t, copy=False):
    t.requires_grad_(False)
    a = t.numpy()
    return a.copy() if copy else a
