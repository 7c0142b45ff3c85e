def to_numpy(t, copy=False):
    a = t.detach().numpy()
    return np.array(a) if copy else a
