def collapse_torch(weights, biases):
    b = biases[0]
    for W_k, b_k in zip(weights[1:], biases[1:]):
        b = torch.addmv(b_k, W_k, b)
    if len(weights) == 1:
        return weights[0], b
    return torch.linalg.multi_dot(weights[::-1]), b
