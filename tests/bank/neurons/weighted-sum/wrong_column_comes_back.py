# Symptom: an axis of size 1 too many.
def weighted_sum(x, w, b):
    return np.sum(x * w, axis=-1, keepdims=True) + b
