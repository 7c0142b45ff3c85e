# Symptom: -0.4621 where -0.7616 is expected.
def tanh_torch(z):
    return 2 * torch.sigmoid(z) - 1
