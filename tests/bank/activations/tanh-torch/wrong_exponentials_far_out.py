# Symptom: nan at 1000, from inf / inf.
def tanh_torch(z):
    return (torch.exp(z) - torch.exp(-z)) / (torch.exp(z) + torch.exp(-z))
