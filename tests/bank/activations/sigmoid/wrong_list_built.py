# Symptom: a list comes back where an array is expected.
def sigmoid(z):
    if np.ndim(z) == 0:
        return 1 / (1 + np.exp(-z))
    return [sigmoid(v) for v in z]
