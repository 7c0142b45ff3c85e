# Symptom: 2.0 where 0.5 is expected.
def sigmoid(z):
    return 1 / 1 + np.exp(-z)
