# Symptom: 0 for an empty array, where ValueError is promised.
def sparsity(h):
    return float(np.mean(h == 0)) if np.size(h) else 0.0
