# Symptom: the values are right; the gradient is nan far out.
def sigmoid_stable_torch(z):
    return torch.where(z >= 0, 1 / (1 + torch.exp(-z)), torch.exp(z) / (1 + torch.exp(z)))
