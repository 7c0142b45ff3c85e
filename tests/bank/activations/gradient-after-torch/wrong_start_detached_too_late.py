# Symptom: grad is None, since the chain hangs on another tensor.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    a = z.detach().clone().requires_grad_()
    for _ in range(depth):
        a = functions[activation](a)
    a.sum().backward()
    return a.grad
