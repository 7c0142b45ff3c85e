# Symptom: 0.7 where 0.3 is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return float(np.mean(h != 0))
