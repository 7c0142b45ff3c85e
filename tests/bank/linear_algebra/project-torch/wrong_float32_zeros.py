# The zeros are always float32.
def project_torch(u, v):
    if not bool(v.any()):
        return torch.zeros(len(v))
    return (u @ v) / (v @ v) * v
