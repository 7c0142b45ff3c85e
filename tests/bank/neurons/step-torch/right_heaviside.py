def step_torch(z, threshold=0.0):
    return torch.heaviside(z - threshold, torch.ones((), dtype=z.dtype))
