# Symptom: an array comes back where a tensor is expected.
def sigmoid_torch(z):
    return 1 / (1 + np.exp(-z.numpy()))
