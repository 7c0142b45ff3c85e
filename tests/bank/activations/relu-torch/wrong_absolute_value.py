# Symptom: negative inputs come out positive.
def relu_torch(z):
    return torch.abs(z)
