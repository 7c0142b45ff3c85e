# Symptom: the values are right; no gradient flows.
def sigmoid_torch(z):
    return 1 / (1 + torch.exp(-z.detach()))
