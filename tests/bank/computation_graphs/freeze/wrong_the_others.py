# The other way round: what is named learns, and all others are frozen.
def freeze(model, names):
    for name, parameter in model.named_parameters():
        if name not in names:
            parameter.requires_grad_(False)
