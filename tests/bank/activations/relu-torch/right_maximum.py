def relu_torch(z):
    return torch.maximum(z, torch.zeros_like(z))
