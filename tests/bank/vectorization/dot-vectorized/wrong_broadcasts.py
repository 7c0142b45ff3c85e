# A single number is stretched over all of them, in silence.
def dot_vectorized(u, v):
    return np.sum(u * v)
