# Symptom: mean(): could not infer output dtype.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return (h == 0).mean().item()
