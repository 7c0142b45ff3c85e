# Symptom: all visible checks pass; a sum just below the threshold fires.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= threshold - 1e-6, 1, 0)
