# Symptom: two sums for three examples.
def weighted_sum(x, w, b):
    return np.sum(x * w, axis=0) + b
