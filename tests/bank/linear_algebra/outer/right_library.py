def outer(u, v):
    return np.outer(u, v)
