# Symptom: 0.0588 where 0.25 is expected.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    start = z.detach().clone().requires_grad_()
    a = functions[activation](start)
    for _ in range(depth):
        a = functions[activation](a)
    a.sum().backward()
    return start.grad
