def sigmoid_grad(z):
    return 0.25 * (1 - np.tanh(np.asarray(z) / 2) ** 2)
