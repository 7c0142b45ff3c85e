def tanh_grad(z):
    t = tanh(z)
    return (1 - t) * (1 + t)
