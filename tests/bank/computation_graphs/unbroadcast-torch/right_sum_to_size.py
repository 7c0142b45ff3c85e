def unbroadcast_torch(grad, shape):
    return grad.sum_to_size(shape)
