# The comparison is lost: the loop version has no loop.
def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return np.dot(u, v)
