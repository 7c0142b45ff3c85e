# Symptom: 0.6 where 0.3 is expected: negative values are counted.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return (h <= 0).double().mean().item()
