def collapse(weights, biases):
    def stack(x):
        for W, b in zip(weights, biases):
            x = W @ x + b
        return x

    d = weights[0].shape[1]
    b = stack(np.zeros(d))
    columns = [stack(np.eye(d)[j]) - b for j in range(d)]
    return np.stack(columns, axis=1), b
