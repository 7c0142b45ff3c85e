def sparsity_torch(h):
    if 0 in h.shape:
        raise ValueError("h has no elements")
    return float(h.eq(0).float().mean())
