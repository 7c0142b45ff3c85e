# Python's sum walks through the array.
def dot_vectorized(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return sum(u * v)
