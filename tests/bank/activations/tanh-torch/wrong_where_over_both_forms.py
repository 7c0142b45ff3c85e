# Symptom: all visible checks pass; the gradient is nan far out.
def tanh_torch(z):
    left, right = torch.exp(2 * z), torch.exp(-2 * z)
    return torch.where(z < 0, (left - 1) / (left + 1), (1 - right) / (1 + right))
