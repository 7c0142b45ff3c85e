def dot_loop(u, v):
    return sum((a * b for a, b in zip(u, v, strict=True)), 0.0)
