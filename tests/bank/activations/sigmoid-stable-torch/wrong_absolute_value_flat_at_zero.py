# Symptom: torch.abs has the slope 0 at 0, and so has the result: 0 where 0.25 is expected.
def sigmoid_stable_torch(z):
    t = torch.exp(-torch.abs(z))
    return torch.where(z >= 0, torch.ones_like(z), t) / (1 + t)
