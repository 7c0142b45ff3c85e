# Symptom: nan at 1000, from inf / inf.
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
