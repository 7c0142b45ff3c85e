# Symptom: the mean of h, not of the truth values.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return float(np.mean(h))
