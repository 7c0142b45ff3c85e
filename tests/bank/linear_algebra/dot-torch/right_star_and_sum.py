def dot_torch(u, v):
    if u.shape != v.shape:
        raise ValueError('lengths differ')
    return (u * v).sum()
