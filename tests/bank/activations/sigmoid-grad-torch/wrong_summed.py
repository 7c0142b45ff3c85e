# Symptom: one number where a tensor of three is expected.
def sigmoid_grad_torch(z):
    s = torch.sigmoid(z)
    return (s * (1 - s)).sum()
