# Symptom: 0.5 where 0.3 is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return 0.5
