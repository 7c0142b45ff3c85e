# Fractions are cut off in each turn.
def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total = 0
    for a, b in zip(u, v):
        total += int(a * b)
    return total
