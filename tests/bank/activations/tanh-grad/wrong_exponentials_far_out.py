# Symptom: all visible checks pass; nan far out.
def tanh_grad(z):
    z = np.asarray(z, dtype=float)
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2
