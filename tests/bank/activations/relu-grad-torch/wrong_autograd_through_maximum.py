# Symptom: torch.maximum has the slope 1/2 at 0, where our convention is 0.
def relu_grad_torch(z):
    start = z.detach().clone().requires_grad_()
    torch.maximum(start, torch.zeros_like(start)).sum().backward()
    return start.grad
