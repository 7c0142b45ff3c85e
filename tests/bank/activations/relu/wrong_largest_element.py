# Symptom: one number where an array is expected.
def relu(z):
    return max(0.0, float(np.max(z)))
