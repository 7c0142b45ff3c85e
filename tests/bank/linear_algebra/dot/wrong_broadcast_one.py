# A vector of length 1 is stretched in silence.
def dot(u, v):
    return np.sum(u * v)
