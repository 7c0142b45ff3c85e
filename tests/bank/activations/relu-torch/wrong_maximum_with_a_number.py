# Symptom: torch.maximum wants a tensor on both sides.
def relu_torch(z):
    return torch.maximum(z, 0)
