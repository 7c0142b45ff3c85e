def tanh_torch(z):
    return torch.tanh(z)
