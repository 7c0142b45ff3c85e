# Symptom: nan at +1000.
def sigmoid_stable_torch(z):
    return torch.exp(z) / (1 + torch.exp(z))
