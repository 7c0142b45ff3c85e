def train_torch(model, X, y, lr, steps):
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser, costs = torch.optim.SGD(parameters, lr=lr), []
    for _ in range(steps):
        z = model(X)
        cost = torch.mean(torch.nn.functional.softplus(z) - y * z)
        optimiser.zero_grad(set_to_none=False)
        cost.backward()
        costs.append(cost.item())
        optimiser.step()
    return costs
