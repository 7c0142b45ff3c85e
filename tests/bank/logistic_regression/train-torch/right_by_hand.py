def train_torch(model, X, y, lr, steps):
    costs = []
    for _ in range(steps):
        for p in model.parameters():
            p.grad = None
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                if p.grad is not None:
                    p.sub_(lr * p.grad)
        costs.append(float(loss.detach()))
    return costs
