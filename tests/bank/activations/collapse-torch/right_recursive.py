def collapse_torch(weights, biases):
    if len(weights) == 1:
        return weights[0], biases[0]
    W, b = collapse_torch(weights[1:], biases[1:])
    return torch.mm(W, weights[0]), W @ biases[0] + b
