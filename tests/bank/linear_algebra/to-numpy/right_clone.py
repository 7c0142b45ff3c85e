def to_numpy(t, copy=False):
    t = t.detach()
    if copy:
        t = t.clone()
    return np.asarray(t)
