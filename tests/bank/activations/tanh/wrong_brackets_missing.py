# Symptom: a / b + c is not a / (b + c).
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)
