# Symptom: all visible checks pass; float64 comes back as float32.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    start = z.detach().float().clone().requires_grad_()
    a = start
    for _ in range(depth):
        a = functions[activation](a)
    a.sum().backward()
    return start.grad
