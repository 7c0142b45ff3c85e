# Symptom: confident answers to zeros cost nothing.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    return float(np.mean(y * np.logaddexp(0, -z)))
