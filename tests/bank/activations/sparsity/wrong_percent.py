# Symptom: 50 where 0.5 is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return 100 * float(np.mean(h == 0))
