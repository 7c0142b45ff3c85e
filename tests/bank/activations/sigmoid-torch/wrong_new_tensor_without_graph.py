# Symptom: all visible checks pass, with a UserWarning; no gradient flows.
def sigmoid_torch(z):
    return torch.tensor(1 / (1 + torch.exp(-z)))
