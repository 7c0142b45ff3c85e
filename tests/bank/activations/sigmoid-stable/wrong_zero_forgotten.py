# Symptom: at 0 neither z > 0 nor z < 0 holds, and 0 comes back.
def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    t = np.exp(-np.abs(z))
    return np.where(z > 0, 1 / (1 + t), 0) + np.where(z < 0, t / (1 + t), 0)
