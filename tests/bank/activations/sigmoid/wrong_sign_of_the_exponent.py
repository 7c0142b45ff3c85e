# Symptom: the values come in the opposite order.
def sigmoid(z):
    return 1 / (1 + np.exp(z))
