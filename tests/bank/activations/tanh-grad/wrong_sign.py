# Symptom: every value is negative.
def tanh_grad(z):
    return np.tanh(z) ** 2 - 1
