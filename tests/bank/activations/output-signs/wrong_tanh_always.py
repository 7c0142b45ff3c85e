# Symptom: the activation that was passed is not used.
def output_signs(Z, delta, activation):
    return np.sign(delta[:, None] * np.tanh(Z)).astype(int)
