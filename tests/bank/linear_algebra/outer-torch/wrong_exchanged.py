# Rows and columns exchanged.
def outer_torch(u, v):
    return torch.outer(v, u)
