# Symptom: every sign is turned: the way downhill, not the slope.
def output_signs(Z, delta, activation):
    return -np.sign(delta[:, None] * activation(Z)).astype(int)
