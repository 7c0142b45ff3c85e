# Symptom: 0.5 at the threshold.
def step_torch(z, threshold=0.0):
    return torch.heaviside(z - threshold, torch.full((), 0.5, dtype=z.dtype))
