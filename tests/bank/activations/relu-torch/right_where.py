def relu_torch(z):
    return torch.where(z > 0, z, 0.0)
