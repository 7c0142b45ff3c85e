# Symptom: the values come in the opposite order.
def sigmoid_torch(z):
    return 1 / (1 + torch.exp(z))
