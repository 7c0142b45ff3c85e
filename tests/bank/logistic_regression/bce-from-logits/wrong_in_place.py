# Symptom: the caller's logits are clipped afterwards.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    price = np.logaddexp(0, z)
    z *= y
    return float(np.mean(price - z))
