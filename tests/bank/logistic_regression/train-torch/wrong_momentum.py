# Symptom: right in the first step, too long from the second on.
def train_torch(model, X, y, lr, steps):
    optimiser, costs = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
