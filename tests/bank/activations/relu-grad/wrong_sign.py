# Symptom: -1 on the left.
def relu_grad(z):
    return np.sign(z)
