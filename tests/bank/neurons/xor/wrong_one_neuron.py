# Symptom: one corner stays wrong, whatever the weights.
def xor(x1, x2):
    return perceptron(np.stack([x1, x2], axis=-1), np.array([1.0, -1.0]), -0.5)
