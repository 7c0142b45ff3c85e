# Symptom: rows and columns are exchanged.
def output_signs(Z, delta, activation):
    return np.sign(delta * activation(Z).T).astype(int)
