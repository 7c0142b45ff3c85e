# `.T` does nothing to a vector: element by element, or an error.
def outer(u, v):
    return u.T * v
