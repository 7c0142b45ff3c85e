# Symptom: every answer is turned round.
def xor(x1, x2):
    X = np.stack([x1, x2], axis=-1)
    h = np.stack([perceptron(X, *gate_weights("OR")), perceptron(X, *gate_weights("NAND"))], axis=-1)
    return perceptron(h, *gate_weights("NAND"))
