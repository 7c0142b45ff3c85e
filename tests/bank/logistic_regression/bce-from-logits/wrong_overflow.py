# Symptom: e^1000 is infinite.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    return float(np.mean(np.log(1 + np.exp(z)) - y * z))
