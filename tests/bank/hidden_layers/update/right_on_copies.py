def update(params, grads, lr):
    new = {name: value.copy() for name, value in params.items()}
    for name in new:
        new[name] -= lr * grads[name]
    return new
