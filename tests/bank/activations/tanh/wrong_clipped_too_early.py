# Symptom: 0.995 far out, where 1 is expected.
def tanh(z):
    return np.tanh(np.clip(z, -3, 3))
