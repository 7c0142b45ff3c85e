def dot(u, v):
    if u.shape != v.shape:
        raise ValueError(f'{u.shape} against {v.shape}')
    return (u * v).sum()
