# Symptom: too many axes.
def output_signs(Z, delta, activation):
    return np.sign(np.multiply.outer(delta, activation(Z))).astype(int)
