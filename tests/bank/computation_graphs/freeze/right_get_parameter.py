def freeze(model, names):
    return [model.get_parameter(name).requires_grad_(False) for name in names] and None
