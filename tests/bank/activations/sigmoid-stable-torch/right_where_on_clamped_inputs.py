def sigmoid_stable_torch(z):
    right = 1 / (1 + torch.exp(-torch.where(z >= 0, z, torch.zeros_like(z))))
    t = torch.exp(torch.where(z >= 0, torch.zeros_like(z), z))
    return torch.where(z >= 0, right, t / (1 + t))
