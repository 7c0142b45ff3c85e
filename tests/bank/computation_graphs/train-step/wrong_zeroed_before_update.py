# The gradients are set back between backward and update: nothing is left to move by.
def train_step(model, x, y, lr):
    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    loss.backward()
    model.zero_grad(set_to_none=False)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter -= lr * parameter.grad
    return loss.item()
