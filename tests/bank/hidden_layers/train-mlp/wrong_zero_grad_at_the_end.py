# Gradients that the caller left count in the first step.
def train_mlp(model, X, y, lr, steps):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(steps):
        loss = binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        costs.append(loss.item())
    return costs
