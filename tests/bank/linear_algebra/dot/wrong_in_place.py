# The products are written into u.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    u *= v
    return u.sum()
