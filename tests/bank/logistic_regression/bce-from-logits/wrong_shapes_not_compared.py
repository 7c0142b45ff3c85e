# Symptom: a column and a vector give a number that means nothing.
def bce_from_logits(z, y):
    return float(np.mean(np.logaddexp(0, z) - y * z))
