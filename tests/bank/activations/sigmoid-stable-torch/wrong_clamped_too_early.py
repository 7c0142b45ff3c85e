# Symptom: all visible checks pass; in float64 2e-9 is not 0 far out.
def sigmoid_stable_torch(z):
    return 1 / (1 + torch.exp(-torch.clamp(z, -20, 20)))
