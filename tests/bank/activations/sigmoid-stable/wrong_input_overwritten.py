# Symptom: the check says that the argument is not as it was.
def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    right = z >= 0
    z[right] = 1 / (1 + np.exp(-z[right]))
    z[~right] = np.exp(z[~right]) / (1 + np.exp(z[~right]))
    return z
