# Symptom: with threshold 0.5 the sum 0.0 fires.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= 0, 1, 0)
