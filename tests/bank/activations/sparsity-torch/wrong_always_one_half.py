# Symptom: 0.5 where 0.3 is expected.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return 0.5
