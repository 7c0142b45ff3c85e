# Symptom: 0.4 where 0.3 is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return float(np.mean(np.isclose(h, 0)))
