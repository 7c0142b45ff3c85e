def outer_torch(u, v):
    return u.unsqueeze(1) * v.unsqueeze(0)
