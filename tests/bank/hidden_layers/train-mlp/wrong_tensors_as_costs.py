# Each cost holds its graph.
def train_mlp(model, X, y, lr, steps):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss)
    return costs
