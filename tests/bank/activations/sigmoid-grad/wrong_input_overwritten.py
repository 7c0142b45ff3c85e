# Symptom: the check says that the argument is not as it was.
def sigmoid_grad(z):
    s = sigmoid_stable(z)
    if np.ndim(z):
        z[...] = s * (1 - s)
        return z
    return s * (1 - s)
