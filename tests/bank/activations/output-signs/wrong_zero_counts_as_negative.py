# Symptom: -1 where 0 is expected.
def output_signs(Z, delta, activation):
    return np.where(delta[:, None] * activation(Z) > 0, 1, -1)
