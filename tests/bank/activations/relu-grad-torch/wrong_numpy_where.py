# Symptom: an array comes back where a tensor is expected.
def relu_grad_torch(z):
    return np.where(z.numpy() > 0, 1.0, 0.0)
