# Symptom: dtype float64 where an integer dtype is expected.
def output_signs(Z, delta, activation):
    return np.sign(delta[:, None] * activation(Z))
