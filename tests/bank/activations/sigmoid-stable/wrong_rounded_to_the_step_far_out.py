# Symptom: all visible checks pass; beyond 10 the curve is cut to 0 and 1.
def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    s = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
    return np.where(z > 10, 1.0, np.where(z < -10, 0.0, s))
