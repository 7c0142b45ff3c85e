# Symptom: 1 everywhere: the numerator has a plus.
def tanh(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) + np.exp(-z))
