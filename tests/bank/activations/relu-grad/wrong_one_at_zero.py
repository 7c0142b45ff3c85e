# Symptom: 1 at 0, where our convention is 0.
def relu_grad(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
