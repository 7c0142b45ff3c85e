def project_torch(u, v):
    return (torch.dot(u, v) / torch.dot(v, v).clamp(min=torch.finfo(v.dtype).tiny)) * v
