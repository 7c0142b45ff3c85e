# Symptom: the values are right; the gradient is nan at -1000.
def sigmoid_stable_torch(z):
    return 1 / (1 + torch.exp(-z))
