# Symptom: 1.5 where 0.5 is expected.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return (h == 0).sum().item() / len(h)
