def deep_forward(X, weights, biases):
    z = np.einsum("nd,dh->nh", X, weights[0]) + biases[0]
    if len(weights) == 1:
        return [X, z]
    return [X] + deep_forward(np.tanh(z), weights[1:], biases[1:])
