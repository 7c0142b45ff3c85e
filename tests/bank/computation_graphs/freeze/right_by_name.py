def freeze(model, names):
    for name, parameter in model.named_parameters():
        if name in names:
            parameter.requires_grad = False
