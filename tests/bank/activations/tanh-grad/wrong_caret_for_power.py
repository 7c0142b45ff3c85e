# Symptom: TypeError: ^ is not a power in Python.
def tanh_grad(z):
    return 1 - np.tanh(z) ^ 2
