# Symptom: a price of 1000 becomes 16.1, and its slope 0.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    p = np.clip(0.5 * (1 + np.tanh(z / 2)), 1e-7, 1 - 1e-7)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
