# Symptom: the output of the chain, not its slope.
def gradient_after(depth, activation, z):
    functions = {"linear": lambda a: a, "sigmoid": sigmoid_stable, "tanh": tanh, "relu": relu}
    if activation not in functions:
        raise ValueError(activation)
    a = np.asarray(z, dtype=float)
    for _ in range(depth):
        a = functions[activation](a)
    return a
