def train_step(model, x, y, lr):
    free = [p for p in model.parameters() if p.requires_grad]
    p = model(x)
    loss = -(y * p.log() + (1 - y) * (1 - p).log()).mean()
    for parameter, gradient in zip(free, torch.autograd.grad(loss, free)):
        parameter.data -= lr * gradient
    return loss.item()
