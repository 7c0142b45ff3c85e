# Symptom: 0.6 where 0.3 is expected: negative values are counted.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return float(np.mean(h <= 0))
