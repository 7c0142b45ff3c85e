# Linear layers only.
def deep_forward(X, weights, biases):
    layers = [X]
    for W, b in zip(weights, biases):
        layers.append(layers[-1] @ W + b)
    return layers
