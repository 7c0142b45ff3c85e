# Symptom: 0.25 for two layers: the loop forgets its own result.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    start = z.detach().clone().requires_grad_()
    a = start
    for _ in range(depth):
        a = functions[activation](start)
    a.sum().backward()
    return start.grad
