# Symptom: nan and a warning for an empty array, where ValueError is promised.
def sparsity(h):
    return float(np.mean(h == 0))
