# Symptom: for "cosine" a value comes back, where ValueError is promised.
def gradient_after_torch(depth, activation, z):
    functions = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    start = z.detach().clone().requires_grad_()
    a = start
    for _ in range(depth):
        a = functions.get(activation, lambda a: a)(a)
    a.sum().backward()
    return start.grad
