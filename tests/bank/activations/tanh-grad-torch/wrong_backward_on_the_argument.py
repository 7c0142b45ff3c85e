# Symptom: the caller's tensor requires a gradient afterwards and holds one.
def tanh_grad_torch(z):
    z.requires_grad_()
    torch.tanh(z).sum().backward()
    return z.grad
