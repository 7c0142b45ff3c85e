# Symptom: 2.0 in the middle, where 0.5 is expected.
def sigmoid_torch(z):
    return 1 / 1 + torch.exp(-z)
