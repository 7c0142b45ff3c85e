def tanh_grad(z):
    return 4 * sigmoid_grad(2 * np.asarray(z))
