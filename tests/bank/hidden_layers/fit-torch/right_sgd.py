def fit_torch(X, y, params, lr, steps):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    optimiser = torch.optim.SGD(list(leaves.values()), lr=lr)
    costs = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = binary_cross_entropy_with_logits(forward_torch(X, leaves)[1]["Z2"], y)
        loss.backward()
        optimiser.step()
        costs.append(float(loss))
    return {k: v.detach() for k, v in leaves.items()}, costs
