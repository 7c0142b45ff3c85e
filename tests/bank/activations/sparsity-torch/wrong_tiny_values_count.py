# Symptom: 0.4 where 0.3 is expected.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return torch.isclose(h, torch.zeros_like(h)).double().mean().item()
