def tanh_grad_torch(z):
    start = z.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(torch.tanh(start).sum(), start)
    return gradient
