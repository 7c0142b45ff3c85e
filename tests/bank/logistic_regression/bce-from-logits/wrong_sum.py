# Symptom: twice as many examples cost twice as much.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    return float(np.sum(np.logaddexp(0, z) - y * z))
