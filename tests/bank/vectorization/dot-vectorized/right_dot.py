def dot_vectorized(u, v):
    return np.dot(u, v)
