# Symptom: the values are right, and both branches still overflow.
def sigmoid_stable(z):
    return np.where(np.asarray(z) >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
