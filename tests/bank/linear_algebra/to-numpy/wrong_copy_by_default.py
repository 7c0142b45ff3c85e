# The default was changed: without a word about copying, nothing is shared.
def to_numpy(t, copy=True):
    a = t.detach().numpy()
    return a.copy() if copy else a
