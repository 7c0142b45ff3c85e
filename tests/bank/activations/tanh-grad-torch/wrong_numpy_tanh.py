# Symptom: an array comes back where a tensor is expected.
def tanh_grad_torch(z):
    return 1 - np.tanh(z.numpy()) ** 2
