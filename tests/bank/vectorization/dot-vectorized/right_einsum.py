def dot_vectorized(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return np.einsum('i,i->', u, v)
