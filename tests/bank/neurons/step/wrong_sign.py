# Symptom: -1, 0 and 1.
def step(z, threshold=0.0):
    return np.sign(np.asarray(z) - threshold).astype(int)
