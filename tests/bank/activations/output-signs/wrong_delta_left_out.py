# Symptom: the signs of the outputs alone.
def output_signs(Z, delta, activation):
    return np.sign(activation(Z)).astype(int)
