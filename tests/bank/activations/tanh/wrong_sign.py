# Symptom: every value has the opposite sign.
def tanh(z):
    return 1 - 2 * sigmoid_stable(2 * np.asarray(z))
