# Symptom: an array comes back where a tensor is expected.
def relu_torch(z):
    return np.maximum(0, z.numpy())
