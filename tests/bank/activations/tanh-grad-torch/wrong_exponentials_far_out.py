# Symptom: all visible checks pass; nan far out.
def tanh_grad_torch(z):
    t = (torch.exp(z) - torch.exp(-z)) / (torch.exp(z) + torch.exp(-z))
    return 1 - t**2
