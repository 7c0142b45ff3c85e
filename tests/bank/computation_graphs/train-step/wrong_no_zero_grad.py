# The gradients of earlier steps are still there and add up: the model swings like a ball without friction.
def train_step(model, x, y, lr):
    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    loss.backward()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter -= lr * parameter.grad
    return loss.item()
