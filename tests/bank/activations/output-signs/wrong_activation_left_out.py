# Symptom: the signs of Z, where those of activation(Z) are asked for.
def output_signs(Z, delta, activation):
    return np.sign(delta[:, None] * Z).astype(int)
