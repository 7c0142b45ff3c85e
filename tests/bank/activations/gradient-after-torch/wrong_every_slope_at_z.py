# Symptom: 0.0625 where 0.0588 is expected.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a * 1, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    start = z.detach().clone().requires_grad_()
    functions[activation](start).sum().backward()
    return start.grad**depth
