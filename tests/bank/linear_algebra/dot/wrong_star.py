# The products are not added up: an array comes back.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return u * v
