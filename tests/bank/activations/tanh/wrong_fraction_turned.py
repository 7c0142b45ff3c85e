# Symptom: division by 0 at 0: the fraction stands on its head.
def tanh(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))
