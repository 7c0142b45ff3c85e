# Symptom: nan in the slopes far out, from the branch that was not chosen.
def bce_from_logits_torch(z, y):
    if z.shape != y.shape:
        raise ValueError
    log_term = torch.where(z > 0, z + torch.log1p(torch.exp(-z)), torch.log1p(torch.exp(z)))
    return (log_term - y * z).mean()
