# Symptom: all visible checks pass; for depth 0 an unknown name is not refused.
def gradient_after_torch(depth, activation, z):
    start = z.detach().clone().requires_grad_()
    a = start
    for _ in range(depth):
        if activation not in ("linear", "sigmoid", "tanh", "relu"):
            raise ValueError(activation)
        a = a if activation == "linear" else getattr(torch, activation)(a)
    a.sum().backward()
    return start.grad
