# Element by element: a vector has no columns to exchange.
def outer_torch(u, v):
    return u * v
