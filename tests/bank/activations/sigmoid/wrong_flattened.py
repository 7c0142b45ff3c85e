# Symptom: the shape of a matrix is lost.
def sigmoid(z):
    if np.ndim(z) == 0:
        return 1 / (1 + np.exp(-z))
    return 1 / (1 + np.exp(-np.ravel(z)))
