# Last layer first.
def deep_backward(X, y, weights, biases):
    A = deep_forward(X, weights, biases)
    dZ = (sigmoid(A[-1]) - y) / y.size
    ws, bs = [], []
    for l in reversed(range(len(weights))):
        ws.append(A[l].T @ dZ)
        bs.append(dZ.sum(axis=0, keepdims=True))
        dZ = dZ @ weights[l].T * (1 - A[l] ** 2)
    return ws, bs
