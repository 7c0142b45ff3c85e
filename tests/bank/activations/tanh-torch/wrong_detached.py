# Symptom: all visible checks pass; no gradient flows.
def tanh_torch(z):
    with torch.no_grad():
        return torch.tanh(z)
