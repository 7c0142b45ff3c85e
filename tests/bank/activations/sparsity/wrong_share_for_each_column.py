# Symptom: an array where one number is expected.
def sparsity(h):
    if h.size == 0:
        raise ValueError("empty")
    return np.mean(h == 0, axis=0)
