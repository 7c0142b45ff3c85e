# Symptom: a sum of exactly 0 does not fire.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) > threshold, 1, 0)
