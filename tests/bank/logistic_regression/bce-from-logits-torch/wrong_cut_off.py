# Symptom: no gradient flows into z.
def bce_from_logits_torch(z, y):
    if z.shape != y.shape:
        raise ValueError
    return torch.nn.functional.binary_cross_entropy_with_logits(z.detach(), y)
