# Symptom: straight pieces in place of the curve.
def sigmoid(z):
    return np.clip(0.5 + 0.25 * np.asarray(z), 0, 1)
