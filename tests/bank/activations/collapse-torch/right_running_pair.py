def collapse_torch(weights, biases):
    W, b = weights[0], biases[0]
    for k in range(1, len(weights)):
        b = weights[k] @ b + biases[k]
        W = weights[k] @ W
    return W, b
