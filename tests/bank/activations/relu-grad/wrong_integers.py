# Symptom: an integer dtype where a floating-point one is expected.
def relu_grad(z):
    return np.where(np.asarray(z) > 0, 1, 0)
