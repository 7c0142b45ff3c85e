# Symptom: every value is negative.
def sigmoid_grad_torch(z):
    s = torch.sigmoid(z)
    return s * (s - 1)
