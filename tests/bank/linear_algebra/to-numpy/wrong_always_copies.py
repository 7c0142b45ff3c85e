# Nothing is shared, also when it was asked for.
def to_numpy(t, copy=False):
    return t.detach().numpy().copy()
