# Symptom: one number where an array is expected.
def sigmoid_grad(z):
    s = sigmoid_stable(z)
    return np.sum(s * (1 - s))
