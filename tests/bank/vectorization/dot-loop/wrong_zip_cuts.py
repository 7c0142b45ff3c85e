# zip stops at the shorter vector: no ValueError comes.
def dot_loop(u, v):
    total = 0.0
    for a, b in zip(u, v):
        total += a * b
    return total
