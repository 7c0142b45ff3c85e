# Symptom: log(0) for confident mistakes: infinity or nan.
def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    p = 0.5 * (1 + np.tanh(z / 2))
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
