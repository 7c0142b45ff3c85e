# Symptom: nothing moves, and the cost stays the same.
def train_torch(model, X, y, lr, steps):
    optimiser, costs = torch.optim.SGD(model.parameters(), lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        costs.append(loss.item())
    return costs
