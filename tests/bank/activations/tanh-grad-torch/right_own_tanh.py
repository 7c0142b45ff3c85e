def tanh_grad_torch(z):
    t = tanh_torch(z)
    return (1 - t) * (1 + t)
