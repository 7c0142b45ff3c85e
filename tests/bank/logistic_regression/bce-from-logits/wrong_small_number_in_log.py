# Symptom: the small number keeps the price of a confident mistake below 37.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    p = 0.5 * (1 + np.tanh(z / 2))
    return float(-np.mean(y * np.log(p + 1e-16) + (1 - y) * np.log(1 - p + 1e-16)))
