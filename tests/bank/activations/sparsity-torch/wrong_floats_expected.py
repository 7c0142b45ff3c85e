# Symptom: all visible checks pass; .item() of a mean of integers is refused.
def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return torch.isclose(h.abs().sign(), torch.tensor(0.0)).float().mean().item()
