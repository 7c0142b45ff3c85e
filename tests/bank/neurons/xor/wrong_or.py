# Symptom: 1 where both inputs are 1.
def xor(x1, x2):
    return perceptron(np.stack([x1, x2], axis=-1), *gate_weights("OR"))
