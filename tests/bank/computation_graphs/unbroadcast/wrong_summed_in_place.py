# Adds up inside the array that it was given: the caller's gradient is changed.
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        for row in grad[1:]:
            grad[0] += row
        grad = grad[0]
    for axis, size in enumerate(shape):
        if size == 1:
            first = np.take(grad, [0], axis=axis)
            rest = grad.sum(axis=axis, keepdims=True) - first
            grad[...] = first + rest
            grad = np.take(grad, [0], axis=axis)
    return grad
