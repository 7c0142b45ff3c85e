# The model's logits go through a sigmoid before a cost that wants logits.
def train_mlp(model, X, y, lr, steps):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = binary_cross_entropy_with_logits(torch.sigmoid(model(X)), y)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    return costs
