# From the second step on the gradients add up.
def train_mlp(model, X, y, lr, steps):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(steps):
        loss = binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
