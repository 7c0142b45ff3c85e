# Symptom: 1 - tanh(z), which is 1.7616 at -1.
def tanh_grad(z):
    return 1 - np.tanh(z)
