# Symptom: an array where a tensor is expected; no gradient.
def weighted_sum_torch(x, w, b):
    return np.asarray(x) @ np.asarray(w) + float(b)
