def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total, i = 0.0, 0
    while i < len(u):
        total = total + u[i] * v[i]
        i += 1
    return total
