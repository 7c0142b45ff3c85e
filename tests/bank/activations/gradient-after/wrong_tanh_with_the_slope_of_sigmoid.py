# Symptom: all visible checks pass; tanh is never looked at there.
def gradient_after(depth, activation, z):
    pairs = {
        "linear": (lambda a: a, lambda a: np.ones_like(a)),
        "sigmoid": (sigmoid_stable, sigmoid_grad),
        "tanh": (tanh, sigmoid_grad),
        "relu": (relu, relu_grad),
    }
    if activation not in pairs:
        raise ValueError(activation)
    g, dg = pairs[activation]
    a = np.asarray(z, dtype=float)
    total = np.ones_like(a)
    for _ in range(depth):
        total = total * dg(a)
        a = g(a)
    return total
