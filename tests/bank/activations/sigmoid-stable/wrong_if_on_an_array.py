# Symptom: the truth value of an array is ambiguous.
def sigmoid_stable(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))
