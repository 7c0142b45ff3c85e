# The products are not added up.
def dot_torch(u, v):
    return u * v
