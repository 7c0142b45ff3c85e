# Symptom: 1 on the left, 0 on the right.
def relu_grad(z):
    return np.where(np.asarray(z) < 0, 1.0, 0.0)
