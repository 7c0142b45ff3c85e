def relu_torch(z):
    return torch.clamp(z, min=0)
