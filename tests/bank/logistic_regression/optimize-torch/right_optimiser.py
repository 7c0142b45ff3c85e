def optimize_torch(w, b, X, y, lr, steps):
    w, b = torch.nn.Parameter(w.detach().clone()), torch.nn.Parameter(b.detach().clone())
    optimiser, costs = torch.optim.SGD([w, b], lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        cost = (torch.nn.functional.softplus(X @ w + b) - y * (X @ w + b)).mean()
        cost.backward()
        optimiser.step()
        costs.append(float(cost.detach()))
    return w.data, b.data, costs
