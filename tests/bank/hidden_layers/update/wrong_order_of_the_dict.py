# The gradients are matched by their order.
def update(params, grads, lr):
    return {name: value - lr * g for (name, value), g in zip(params.items(), grads.values())}
