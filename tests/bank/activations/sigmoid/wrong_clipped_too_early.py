# Symptom: all visible checks pass; the ends are flat, and 0.0025 is not 0.
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))
