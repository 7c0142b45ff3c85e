# The dtype is not kept.
def dot_vectorized_torch(u, v):
    return u.double() @ v.double()
