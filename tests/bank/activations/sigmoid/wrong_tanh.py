# Symptom: 0.0 where 0.5 is expected.
def sigmoid(z):
    return np.tanh(z)
