# Symptom: right after one step, wrong after two.
def train_torch(model, X, y, lr, steps):
    optimiser, costs = torch.optim.SGD(model.parameters(), lr=lr), []
    for _ in range(steps):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
