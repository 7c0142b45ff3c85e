# The dot product, one number.
def outer_torch(u, v):
    return (u * v).sum()
