# Symptom: the values are mended and the gradient is not.
def sigmoid_stable_torch(z):
    return torch.nan_to_num(torch.exp(z) / (1 + torch.exp(z)), nan=1.0)
