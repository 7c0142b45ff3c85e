# Symptom: the values are right; backward() finds no graph.
def sigmoid_stable_torch(z):
    return torch.sigmoid(z.detach())
