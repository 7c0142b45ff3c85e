# Symptom: only one axis works, and no gradient flows.
def sigmoid_torch(z):
    return torch.tensor([1 / (1 + torch.exp(-v)) for v in z])
