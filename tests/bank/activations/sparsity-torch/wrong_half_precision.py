# Symptom: 0.300049 where 0.3 is expected: half precision keeps three digits only.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return (h == 0).half().mean().item()
