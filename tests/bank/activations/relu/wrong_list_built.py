# Symptom: a list comes back where an array is expected.
def relu(z):
    return [max(0.0, v) for v in z]
