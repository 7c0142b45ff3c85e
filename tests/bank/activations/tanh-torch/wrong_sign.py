# Symptom: every value has the opposite sign.
def tanh_torch(z):
    return 1 - 2 * torch.sigmoid(2 * z)
