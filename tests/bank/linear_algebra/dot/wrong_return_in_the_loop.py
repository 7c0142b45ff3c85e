# Symptom: 4.0 where 32.0 is expected.
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("the lengths differ")
    total = 0.0
    for a, b in zip(u, v):
        total += a * b
        return total
    return total
