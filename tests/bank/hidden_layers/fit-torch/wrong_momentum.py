# Another path than plain gradient descent.
def fit_torch(X, y, params, lr, steps):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    optimiser = torch.optim.SGD(list(leaves.values()), lr=lr, momentum=0.9)
    costs = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = cost_torch(forward_torch(X, leaves)[1]["Z2"], y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return {k: v.detach() for k, v in leaves.items()}, costs
