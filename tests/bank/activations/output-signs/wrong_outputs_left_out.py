# Symptom: the signs of delta alone.
def output_signs(Z, delta, activation):
    return (np.sign(delta)[:, None] * np.ones(Z.shape)).astype(int)
