# A tensor that requires a gradient raises RuntimeError.
def to_numpy(t, copy=False):
    a = t.numpy()
    return a.copy() if copy else a
