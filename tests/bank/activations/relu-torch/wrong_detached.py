# Symptom: all visible checks pass; no gradient flows.
def relu_torch(z):
    return torch.relu(z.detach())
