def collapse(weights, biases):
    if len(weights) == 1:
        return weights[0].copy(), biases[0].copy()
    W, b = collapse(weights[:-1], biases[:-1])
    return np.matmul(weights[-1], W), np.matmul(weights[-1], b) + biases[-1]
