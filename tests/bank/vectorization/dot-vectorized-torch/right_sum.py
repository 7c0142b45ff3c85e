def dot_vectorized_torch(u, v):
    if u.shape != v.shape:
        raise ValueError('shapes differ')
    return (u * v).sum()
