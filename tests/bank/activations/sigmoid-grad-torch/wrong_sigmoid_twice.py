# Symptom: 0.235 where 0.25 is expected.
def sigmoid_grad_torch(z):
    s = torch.sigmoid(torch.sigmoid(z))
    return s * (1 - s)
