# The cosine, not the dot product.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return (u @ v) / (np.linalg.norm(u) * np.linalg.norm(v) + 1e-30)
