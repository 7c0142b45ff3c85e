# Symptom: True and False where 1 and 0 are expected.
def step(z, threshold=0.0):
    return np.asarray(z) >= threshold
