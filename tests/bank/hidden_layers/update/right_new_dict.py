def update(params, grads, lr):
    new = {}
    for name, value in params.items():
        new[name] = value + (-lr) * grads[name]
    return new
