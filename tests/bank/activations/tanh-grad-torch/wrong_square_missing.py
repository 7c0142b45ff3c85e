# Symptom: 1.7616 at -1.
def tanh_grad_torch(z):
    return 1 - torch.tanh(z)
