# Symptom: all visible checks pass; a tensor that requires a gradient keeps the one computed here.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    start = z if z.requires_grad else z.clone().requires_grad_()
    a = start
    for _ in range(depth):
        a = functions[activation](a)
    a.sum().backward()
    return start.grad
