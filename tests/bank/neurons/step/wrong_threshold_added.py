# Symptom: the threshold has the wrong sign.
def step(z, threshold=0.0):
    return np.where(np.asarray(z) + threshold >= 0, 1, 0)
