# Symptom: fire and silence are exchanged.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= threshold, 0, 1)
