# Symptom: 0.5 at 0, from a step on both sides.
def relu_grad(z):
    h, z = 1e-6, np.asarray(z, dtype=float)
    return (np.maximum(z + h, 0) - np.maximum(z - h, 0)) / (2 * h)
