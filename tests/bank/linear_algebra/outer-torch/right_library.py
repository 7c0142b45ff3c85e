def outer_torch(u, v):
    return torch.outer(u, v)
