# Symptom: a confident answer is out of reach.
def train_torch(model, X, y, lr, steps):
    optimiser, costs = torch.optim.SGD(model.parameters(), lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(torch.sigmoid(model(X)), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
