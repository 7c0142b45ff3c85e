# Symptom: a tensor where a plain float is expected.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return (h == 0).float().mean()
