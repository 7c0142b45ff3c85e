# Symptom: 6.0 where 5.5 is expected.
def weighted_sum(x, w, b):
    return np.sum(x * w + b, axis=-1)
