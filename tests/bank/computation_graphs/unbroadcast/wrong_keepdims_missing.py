# The stretched axis disappears: shape (2,) where (2, 1) is asked for.
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    axes = tuple(i for i, size in enumerate(shape) if size == 1)
    return grad.sum(axis=axes)
