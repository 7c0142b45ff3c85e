# A vector of length 1 is stretched in silence.
def dot_torch(u, v):
    return (u * v).sum()
