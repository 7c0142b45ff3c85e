def train_step(model, x, y, lr):
    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    model.zero_grad()
    loss.backward()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter.sub_(lr * parameter.grad)
    return float(loss.detach())
