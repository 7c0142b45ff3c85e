def project_torch(u, v):
    square = (v * v).sum()
    return (u * v).sum() / torch.where(square == 0, torch.ones_like(square), square) * v
