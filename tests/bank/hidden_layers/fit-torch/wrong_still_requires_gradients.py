# What comes back requires a gradient.
def fit_torch(X, y, params, lr, steps):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    costs = []
    for _ in range(steps):
        loss = cost_torch(forward_torch(X, leaves)[1]["Z2"], y)
        grads = torch.autograd.grad(loss, list(leaves.values()))
        with torch.no_grad():
            for leaf, g in zip(leaves.values(), grads):
                leaf -= lr * g
        costs.append(loss.item())
    return leaves, costs
