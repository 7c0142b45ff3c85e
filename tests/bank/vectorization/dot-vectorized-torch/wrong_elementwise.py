# A vector comes back.
def dot_vectorized_torch(u, v):
    return u * v
