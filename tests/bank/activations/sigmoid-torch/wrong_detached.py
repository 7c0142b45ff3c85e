# Symptom: all visible checks pass; backward() finds no gradient to follow.
def sigmoid_torch(z):
    return 1 / (1 + torch.exp(-z.detach()))
