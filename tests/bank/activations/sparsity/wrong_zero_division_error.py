# Symptom: ZeroDivisionError for an empty array, where ValueError is promised.
def sparsity(h):
    return int(np.sum(h == 0)) / int(h.size)
