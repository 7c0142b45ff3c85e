# Symptom: NumPy takes the tensor, until it requires a gradient.
def sigmoid_grad_torch(z):
    s = sigmoid_stable(z)
    return s * (1 - s)
