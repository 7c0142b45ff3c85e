def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("shapes differ")
    return float((y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)).sum() / np.size(z))
