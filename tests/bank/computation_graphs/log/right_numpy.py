def log(u):
    y = Value(np.log(u.data))
    y.parents = (u,)
    y.local = (u.data**-1.0,)
    return y
