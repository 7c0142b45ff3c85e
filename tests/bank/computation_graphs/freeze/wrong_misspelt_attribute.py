# require_grad without its s: Python sets a new attribute that nobody reads, and nothing is frozen.
def freeze(model, names):
    for name, parameter in model.named_parameters():
        if name in names:
            parameter.require_grad = False
