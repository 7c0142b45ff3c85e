def dot_vectorized(u, v):
    if u.shape != v.shape:
        raise ValueError('shapes differ')
    return float((u * v).sum())
