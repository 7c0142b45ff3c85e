# Symptom: 0.5 in the middle, where 0 is expected.
def tanh_torch(z):
    return torch.sigmoid(z)
