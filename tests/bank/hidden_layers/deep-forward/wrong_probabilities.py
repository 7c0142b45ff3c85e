# The sigmoid has been taken already.
def deep_forward(X, weights, biases):
    layers = [X]
    for W, b in zip(weights[:-1], biases[:-1]):
        layers.append(np.tanh(layers[-1] @ W + b))
    return [*layers, sigmoid(layers[-1] @ weights[-1] + biases[-1])]
