# Symptom: 0.5 at 0, where our convention is 0.
def relu_grad(z):
    return np.heaviside(z, 0.5)
