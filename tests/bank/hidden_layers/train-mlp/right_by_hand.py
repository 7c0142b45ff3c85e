def train_mlp(model, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        loss = binary_cross_entropy_with_logits(model(X), y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * p.grad
        costs.append(loss.item())
    return costs
