# A comprehension is a loop.
def dot_vectorized(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return np.sum([a * b for a, b in zip(u, v)])
