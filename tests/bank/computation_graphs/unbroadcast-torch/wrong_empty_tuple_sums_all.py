# NumPy's version with torch's names: sum(dim=()) sums over everything.
def unbroadcast_torch(grad, shape):
    new = grad.ndim - len(shape)
    grad = grad.sum(dim=tuple(range(new)))
    stretched = tuple(i for i, size in enumerate(shape) if size == 1)
    return grad.sum(dim=stretched, keepdim=True)
