# Symptom: all visible checks pass; nan at +1000.
def sigmoid_torch(z):
    return torch.exp(z) / (1 + torch.exp(z))
