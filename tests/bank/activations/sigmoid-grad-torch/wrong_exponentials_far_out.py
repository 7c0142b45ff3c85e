# Symptom: all visible checks pass; nan far out, from inf / inf.
def sigmoid_grad_torch(z):
    return torch.exp(-z) / (1 + torch.exp(-z)) ** 2
