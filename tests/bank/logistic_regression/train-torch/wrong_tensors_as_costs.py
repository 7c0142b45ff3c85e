# Symptom: right numbers, each of which keeps the graph of its step in memory.
def train_torch(model, X, y, lr, steps):
    loss_function = torch.nn.BCEWithLogitsLoss()
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = loss_function(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss)
    return costs
