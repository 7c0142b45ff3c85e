# Recursion is a loop too, and deep.
def dot_vectorized(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    if len(u) < 2:
        return float(u[0] * v[0]) if len(u) else 0.0
    h = len(u) // 2
    return dot_vectorized(u[:h], v[:h]) + dot_vectorized(u[h:], v[h:])
