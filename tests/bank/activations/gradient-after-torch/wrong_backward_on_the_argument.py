# Symptom: the caller's tensor requires a gradient afterwards, and its grad grows from call to call.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    z.requires_grad_()
    a = z
    for _ in range(depth):
        a = functions[activation](a)
    a.sum().backward()
    return z.grad
