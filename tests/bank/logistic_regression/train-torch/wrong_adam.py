# Symptom: the steps have another length than lr times the slope.
def train_torch(model, X, y, lr, steps):
    optimiser, costs = torch.optim.Adam(model.parameters(), lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
