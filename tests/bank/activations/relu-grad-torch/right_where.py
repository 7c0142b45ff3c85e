def relu_grad_torch(z):
    return torch.where(z > 0, torch.ones_like(z), torch.zeros_like(z))
