# Symptom: one number for three examples.
def weighted_sum(x, w, b):
    return np.sum(x * w) + b
