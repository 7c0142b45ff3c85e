def step_torch(z, threshold=0.0):
    return torch.where(z >= threshold, torch.ones_like(z), torch.zeros_like(z))
