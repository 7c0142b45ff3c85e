# Symptom: the slope is taken at tanh(z).
def tanh_grad_torch(z):
    return 1 - torch.tanh(torch.tanh(z)) ** 2
