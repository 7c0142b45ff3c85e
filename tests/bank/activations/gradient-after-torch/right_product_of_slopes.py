def gradient_after_torch(depth, activation, z):
    pairs = {
        "linear": (lambda a: a, torch.ones_like),
        "sigmoid": (sigmoid_stable_torch, sigmoid_grad_torch),
        "tanh": (tanh_torch, tanh_grad_torch),
        "relu": (relu_torch, relu_grad_torch),
    }
    if activation not in pairs:
        raise ValueError(activation)
    g, slope = pairs[activation]
    a = z.detach()
    gradient = torch.ones_like(a)
    for _ in range(depth):
        gradient = gradient * slope(a)
        a = g(a)
    return gradient
