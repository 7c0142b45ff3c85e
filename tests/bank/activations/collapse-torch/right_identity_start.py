def collapse_torch(weights, biases):
    d = weights[0].shape[1]
    W = torch.eye(d, dtype=weights[0].dtype)
    b = torch.zeros(d, dtype=weights[0].dtype)
    for W_k, b_k in zip(weights, biases):
        W = torch.matmul(W_k, W)
        b = torch.mv(W_k, b) + b_k
    return W, b
