def bce_from_logits_torch(z, y):
    if tuple(z.shape) != tuple(y.shape):
        raise ValueError("shapes differ")
    zero = torch.zeros_like(z)
    return torch.mean(y * torch.logaddexp(zero, -z) + (1 - y) * torch.logaddexp(zero, z))
