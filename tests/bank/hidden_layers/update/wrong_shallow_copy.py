# A new dictionary, and in it the caller's arrays.
def update(params, grads, lr):
    new = dict(params)
    for name in new:
        new[name] -= lr * grads[name]
    return new
