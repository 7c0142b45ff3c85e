def sparsity_torch(h):
    n = h.nelement()
    if not n:
        raise ValueError("there is no element")
    return int((h == 0).sum()) / n
