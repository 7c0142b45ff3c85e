# Symptom: the caller's tensor requires a gradient afterwards and holds one.
def relu_grad_torch(z):
    z.requires_grad_()
    torch.relu(z).sum().backward()
    return z.grad
