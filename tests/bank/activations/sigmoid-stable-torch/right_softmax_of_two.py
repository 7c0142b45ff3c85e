def sigmoid_stable_torch(z):
    return torch.softmax(torch.stack([z, torch.zeros_like(z)], dim=-1), dim=-1)[..., 0]
