# Frozen is taken for silenced: the weights are set to 0, and they still learn.
def freeze(model, names):
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name in names:
                parameter.zero_()
