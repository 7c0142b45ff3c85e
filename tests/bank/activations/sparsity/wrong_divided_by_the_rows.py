# Symptom: 1.5 where 0.5 is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return np.sum(h == 0) / len(h)
