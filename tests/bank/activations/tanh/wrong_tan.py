# Symptom: -1.5574 where -0.7616 is expected.
def tanh(z):
    return np.tan(z)
