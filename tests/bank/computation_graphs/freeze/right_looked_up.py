def freeze(model, names):
    parameters = dict(model.named_parameters())
    for name in names:
        parameters[name].requires_grad_(False)
