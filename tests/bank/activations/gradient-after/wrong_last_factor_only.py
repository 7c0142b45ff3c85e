# Symptom: 0.235 where 0.0588 is expected.
def gradient_after(depth, activation, z):
    pairs = {
        "linear": (lambda a: a, lambda a: np.ones_like(a)),
        "sigmoid": (sigmoid_stable, sigmoid_grad),
        "tanh": (tanh, tanh_grad),
        "relu": (relu, relu_grad),
    }
    if activation not in pairs:
        raise ValueError(activation)
    g, dg = pairs[activation]
    a = np.asarray(z, dtype=float)
    total = np.ones_like(a)
    for _ in range(depth):
        total = dg(a)
        a = g(a)
    return total
