# Vectors of different lengths give a number where a ValueError was promised.
def dot(u, v):
    return sum(a * b for a, b in zip(u, v))
