# Divided by the length and not by its square.
def project_torch(u, v):
    if not bool(v.any()):
        return torch.zeros_like(v)
    return (u @ v) / torch.linalg.norm(v) * v
