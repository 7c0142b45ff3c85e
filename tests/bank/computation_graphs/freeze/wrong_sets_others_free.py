# All other parameters are set free, also those that an earlier call had frozen.
def freeze(model, names):
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name not in names)
