# float64 comes back as float32.
def backward_torch(X, y, params):
    leaves = {k: v.detach().float().clone().requires_grad_() for k, v in params.items()}
    _, cache = forward_torch(X.float(), leaves)
    cost_torch(cache["Z2"], y.float()).backward()
    return {k: v.grad for k, v in leaves.items()}
