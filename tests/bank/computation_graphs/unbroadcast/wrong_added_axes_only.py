# Axes that were added are summed, axes of size 1 that were stretched are not: the shape stays too large.
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    return grad
