def collapse(weights, biases):
    W = np.eye(weights[0].shape[1])
    b = np.zeros(weights[0].shape[1])
    for k in range(len(weights)):
        b = weights[k] @ b + biases[k]
        W = weights[k] @ W
    return W, b
