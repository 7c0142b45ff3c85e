# Symptom: dtype bool where numbers are expected.
def relu_grad(z):
    return np.asarray(z) > 0
