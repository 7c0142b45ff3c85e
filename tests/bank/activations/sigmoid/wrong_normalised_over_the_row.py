# Symptom: a softmax: the values of a row sum to 1.
def sigmoid(z):
    return np.exp(z) / np.sum(np.exp(z))
