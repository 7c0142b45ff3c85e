def unbroadcast_torch(grad, shape):
    padded = (1,) * (grad.ndim - len(shape)) + tuple(shape)
    axes = [i for i in range(grad.ndim) if padded[i] == 1]
    return (grad.sum(dim=axes, keepdim=True) if axes else grad).reshape(shape)
