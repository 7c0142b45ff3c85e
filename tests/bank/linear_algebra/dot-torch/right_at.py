def dot_torch(u, v):
    return u @ v
