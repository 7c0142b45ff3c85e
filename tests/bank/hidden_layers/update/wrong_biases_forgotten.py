# Only the weights move.
def update(params, grads, lr):
    return {name: params[name] - lr * grads[name] if name.startswith("W") else params[name].copy() for name in params}
