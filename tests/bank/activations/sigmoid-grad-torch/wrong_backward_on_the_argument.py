# Symptom: the caller's tensor requires a gradient afterwards and holds one.
def sigmoid_grad_torch(z):
    z.requires_grad_(True)
    torch.sigmoid(z).sum().backward()
    return z.grad
