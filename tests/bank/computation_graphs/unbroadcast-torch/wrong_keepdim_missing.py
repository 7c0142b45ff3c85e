# The stretched axis disappears: shape (2,) where (2, 1) is asked for.
def unbroadcast_torch(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(dim=0)
    for axis in reversed(range(len(shape))):
        if shape[axis] == 1:
            grad = grad.sum(dim=axis)
    return grad
