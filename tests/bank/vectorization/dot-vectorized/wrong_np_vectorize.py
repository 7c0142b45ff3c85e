# np.vectorize is a loop.
product = np.vectorize(lambda a, b: a * b, otypes=[float])


def dot_vectorized(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    return product(u, v).sum() if len(u) else 0.0
