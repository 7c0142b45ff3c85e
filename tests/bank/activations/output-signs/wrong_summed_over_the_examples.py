# Symptom: one row where one row for each example is expected.
def output_signs(Z, delta, activation):
    return np.sign(delta @ activation(Z)).astype(int)
