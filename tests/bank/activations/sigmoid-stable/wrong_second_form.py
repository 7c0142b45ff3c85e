# Symptom: nan at +1000.
def sigmoid_stable(z):
    return np.exp(z) / (1 + np.exp(z))
