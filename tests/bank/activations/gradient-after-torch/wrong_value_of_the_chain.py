# Symptom: the output of the chain, not its slope.
def gradient_after_torch(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError(activation)
    a = z.detach()
    for _ in range(depth):
        a = functions[activation](a)
    return a
