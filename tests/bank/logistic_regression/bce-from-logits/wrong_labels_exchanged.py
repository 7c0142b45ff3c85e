# Symptom: right answers are dear and wrong ones cheap.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    return float(np.mean(np.logaddexp(0, -z) + y * z))
