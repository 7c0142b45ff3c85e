# The sums are right, but they are NumPy's: what comes back is an array.
def unbroadcast_torch(grad, shape):
    grad = grad.detach().numpy()
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    axes = tuple(i for i, size in enumerate(shape) if size == 1)
    return grad.sum(axis=axes, keepdims=True)
