# Symptom: all visible checks but the overflow; one sign anywhere decides for all elements.
def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    if (z >= 0).all():
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))
