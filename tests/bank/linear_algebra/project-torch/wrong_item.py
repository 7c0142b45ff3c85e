# The factor becomes a plain number: the gradient is cut off.
def project_torch(u, v):
    if not bool(v.any()):
        return torch.zeros_like(v)
    return ((u @ v) / (v @ v)).item() * v
