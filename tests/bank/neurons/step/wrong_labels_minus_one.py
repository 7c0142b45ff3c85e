# Symptom: -1 where 0 is expected.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= threshold, 1, -1)
