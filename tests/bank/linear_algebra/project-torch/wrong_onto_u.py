# v is projected onto u.
def project_torch(u, v):
    if not bool(v.any()):
        return torch.zeros_like(v)
    return (u @ v) / (u @ u) * u
