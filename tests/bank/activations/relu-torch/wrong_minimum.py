# Symptom: the positive values are cut off.
def relu_torch(z):
    return torch.clamp(z, max=0)
