# Symptom: t * (1 - t), which is negative at -1.
def tanh_grad_torch(z):
    t = torch.tanh(z)
    return t * (1 - t)
