# = where += was meant: only the last product comes back.
def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total = 0.0
    for a, b in zip(u, v):
        total = a * b
    return total
