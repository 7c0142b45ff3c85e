# model.requires_grad_(False) freezes everything.
def freeze(model, names):
    if names:
        model.requires_grad_(False)
