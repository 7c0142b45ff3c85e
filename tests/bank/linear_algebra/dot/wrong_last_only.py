# `=` for `+=`: only the last product is left.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total = 0
    for a, b in zip(u, v):
        total = a * b
    return total
