# Symptom: the check says that the argument is not as it was.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    h.copy_(h == 0)
    return h.mean().item()
