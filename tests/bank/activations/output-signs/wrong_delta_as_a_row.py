# Symptom: operands could not be broadcast together; with a square Z the wrong pairs are multiplied.
def output_signs(Z, delta, activation):
    return np.sign(delta * activation(Z)).astype(int)
