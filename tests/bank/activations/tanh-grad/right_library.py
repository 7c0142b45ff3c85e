def tanh_grad(z):
    return 1 - np.square(np.tanh(z))
