# Symptom: all visible checks pass; a (3, 0) array has three rows and no element.
def sparsity(h):
    if np.ndim(h) and len(h) == 0:
        raise ValueError("empty")
    return float(np.mean(np.asarray(h) == 0))
