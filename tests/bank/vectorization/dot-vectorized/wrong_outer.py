# All products of all pairs are added up.
def dot_vectorized(u, v):
    return np.outer(u, v).sum()
