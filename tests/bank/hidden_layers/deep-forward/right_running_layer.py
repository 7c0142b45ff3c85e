def deep_forward(X, weights, biases):
    layers = [X]
    for l in range(len(weights)):
        z = layers[l] @ weights[l] + biases[l]
        layers.append(z if l == len(weights) - 1 else np.tanh(z))
    return layers
