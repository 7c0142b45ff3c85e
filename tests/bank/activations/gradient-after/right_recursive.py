def gradient_after(depth, activation, z):
    pairs = {"sigmoid": (sigmoid, sigmoid_grad), "tanh": (tanh, tanh_grad), "relu": (relu, relu_grad)}
    if activation == "linear":
        return np.ones(np.shape(z))
    if activation not in pairs:
        raise ValueError(activation)
    if depth == 0:
        return np.ones(np.shape(z))
    g, slope = pairs[activation]
    return slope(z) * gradient_after(depth - 1, activation, g(z))
