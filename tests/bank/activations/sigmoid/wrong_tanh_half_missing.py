# Symptom: the 1/2 inside tanh is missing.
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z))
