# Symptom: torch.clamp has the slope 1 at 0, where our convention is 0.
def relu_grad_torch(z):
    start = z.detach().clone().requires_grad_()
    torch.clamp(start, min=0).sum().backward()
    return start.grad
