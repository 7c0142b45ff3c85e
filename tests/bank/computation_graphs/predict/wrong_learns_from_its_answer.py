# Takes its own answer for the label and trains on it: the weights drift while the model is used.
def predict(model, x):
    p = model(x)
    loss = torch.nn.functional.binary_cross_entropy(p, (p > 0.5).float())
    loss.backward()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= 0.01 * parameter.grad
            parameter.grad = None
    return p.detach()
