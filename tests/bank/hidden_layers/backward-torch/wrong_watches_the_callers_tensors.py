# The caller's tensors require gradients afterwards.
def backward_torch(X, y, params):
    for value in params.values():
        value.requires_grad_()
        value.grad = None
    _, cache = forward_torch(X, params)
    cost_torch(cache["Z2"], y).backward()
    return {name: value.grad for name, value in params.items()}
