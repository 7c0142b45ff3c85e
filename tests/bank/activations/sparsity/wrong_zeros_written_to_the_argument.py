# Symptom: the check says that the argument is not as it was.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    h[...] = h == 0
    return float(h.mean())
