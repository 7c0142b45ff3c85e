# Starting from the first product fails for vectors without elements.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total = u[0] * v[0]
    for i in range(1, len(u)):
        total += u[i] * v[i]
    return total
