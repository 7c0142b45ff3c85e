# Symptom: the NumPy half gives an array where a tensor is expected.
def sigmoid_grad_torch(z):
    s = sigmoid_stable(z.numpy())
    return s * (1 - s)
