# Symptom: an array comes back where a tensor is expected.
def tanh_torch(z):
    return np.tanh(z.numpy())
