# Symptom: all visible checks pass; nan at +1000.
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
