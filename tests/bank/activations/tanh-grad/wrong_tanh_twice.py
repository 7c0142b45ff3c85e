# Symptom: the slope is taken at tanh(z).
def tanh_grad(z):
    return 1 - np.tanh(np.tanh(z)) ** 2
