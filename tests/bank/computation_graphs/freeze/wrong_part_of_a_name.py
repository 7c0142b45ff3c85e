# A name counts when it is found inside another: "0.weight" also freezes "10.weight".
def freeze(model, names):
    for name, parameter in model.named_parameters():
        if any(each in name for each in names):
            parameter.requires_grad_(False)
