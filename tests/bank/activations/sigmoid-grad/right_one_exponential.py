def sigmoid_grad(z):
    t = np.exp(-np.abs(z))
    return t / (1 + t) ** 2
