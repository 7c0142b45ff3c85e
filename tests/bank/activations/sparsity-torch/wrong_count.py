# Symptom: 2 where 0.5 is expected.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return float((h == 0).sum())
