# Symptom: 3 where 1 is expected.
def relu_grad(z):
    return np.maximum(0.0, z)
