# Symptom: a mismatch of shapes, or a wrong table for two examples.
def xor(x1, x2):
    X = np.array([x1, x2])
    h = np.array([perceptron(X, *gate_weights("OR")), perceptron(X, *gate_weights("NAND"))])
    return perceptron(h, *gate_weights("AND"))
