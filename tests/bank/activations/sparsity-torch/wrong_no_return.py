# Symptom: None comes back.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    print((h == 0).float().mean().item())
