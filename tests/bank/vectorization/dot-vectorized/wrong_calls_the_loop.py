# The loop is hidden in a function of another cell.
def dot_vectorized(u, v):
    return dot_loop(u, v)
