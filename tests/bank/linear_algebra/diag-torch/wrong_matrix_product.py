# `@` adds up again: v comes back.
def diag_torch(v):
    return torch.eye(len(v), dtype=v.dtype) @ v
