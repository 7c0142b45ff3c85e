# Symptom: 1 - tanh(z**2).
def tanh_grad(z):
    return 1 - np.tanh(np.asarray(z) ** 2)
