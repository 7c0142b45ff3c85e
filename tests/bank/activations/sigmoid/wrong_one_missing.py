# Symptom: 1.0 where 0.5 is expected.
def sigmoid(z):
    return 1 / np.exp(-z)
