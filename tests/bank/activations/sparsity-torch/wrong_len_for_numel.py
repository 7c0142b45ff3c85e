# Symptom: all visible checks pass; a (3, 0) tensor has three rows and no element.
def sparsity_torch(h):
    if h.dim() and len(h) == 0:
        raise ValueError("empty")
    return (h == 0).double().mean().item()
