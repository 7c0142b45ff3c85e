# Only the gradient of now is taken away; the next backward pass brings a new one.
def freeze(model, names):
    for name, parameter in model.named_parameters():
        if name in names:
            parameter.grad = None
