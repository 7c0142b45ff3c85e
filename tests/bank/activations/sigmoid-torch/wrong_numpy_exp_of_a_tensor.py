# Symptom: NumPy takes the tensor, until it requires a gradient.
def sigmoid_torch(z):
    return 1 / (1 + np.exp(-z))
