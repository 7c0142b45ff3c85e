# Symptom: an array comes back where a tensor is expected.
def gradient_after_torch(depth, activation, z):
    return gradient_after(depth, activation, z.detach().numpy())
