# Symptom: torch.max(z) is the largest element: one number where three are expected.
def relu_torch(z):
    return torch.max(z)
