# Symptom: -3 at 2: 1 - z**2.
def tanh_grad(z):
    return 1 - np.asarray(z) ** 2
