def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return u @ v
