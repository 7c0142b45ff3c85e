def bce_from_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    return np.mean(np.logaddexp(0.0, z) - y * z)
