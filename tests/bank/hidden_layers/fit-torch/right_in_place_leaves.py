def fit_torch(X, y, params, lr, steps):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    costs = []
    for _ in range(steps):
        loss = cost_torch(forward_torch(X, leaves)[1]["Z2"], y)
        for leaf in leaves.values():
            leaf.grad = None
        loss.backward()
        with torch.no_grad():
            for leaf in leaves.values():
                leaf -= lr * leaf.grad
        costs.append(loss.item())
    return {k: v.detach() for k, v in leaves.items()}, costs
