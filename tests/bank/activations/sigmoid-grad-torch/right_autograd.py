def sigmoid_grad_torch(z):
    start = z.detach().clone().requires_grad_(True)
    torch.sigmoid(start).sum().backward()
    return start.grad
