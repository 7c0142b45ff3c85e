# Symptom: one number comes back where a list is asked for.
def train_torch(model, X, y, lr, steps):
    optimiser, loss = torch.optim.SGD(model.parameters(), lr=lr), torch.tensor(0.0)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
    return loss.item()
