# The update is written without no_grad: a leaf is changed in place while autograd watches, which raises.
def train_step(model, x, y, lr):
    model.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy(model(x), y)
    loss.backward()
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter -= lr * parameter.grad
    return loss.item()
