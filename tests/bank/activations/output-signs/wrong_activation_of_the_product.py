# Symptom: delta goes through the activation too.
def output_signs(Z, delta, activation):
    return np.sign(activation(delta[:, None] * Z)).astype(int)
