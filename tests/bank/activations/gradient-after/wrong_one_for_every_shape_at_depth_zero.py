# Symptom: all visible checks pass; for depth 0 and an array the number 1 comes back.
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
    a, total = np.asarray(z, dtype=float), 1.0
    for _ in range(depth):
        total = total * dg(a)
        a = g(a)
    return total
