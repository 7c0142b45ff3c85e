# The list begins with the first hidden layer.
def deep_forward(X, weights, biases):
    layers, h = [], X
    for l, (W, b) in enumerate(zip(weights, biases)):
        h = h @ W + b
        h = np.tanh(h) if l < len(weights) - 1 else h
        layers.append(h)
    return layers
