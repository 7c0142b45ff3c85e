# Divided by n once more in each layer.
def deep_backward(X, y, weights, biases):
    A = deep_forward(X, weights, biases)
    dZ = (sigmoid(A[-1]) - y) / y.shape[1]
    ws, bs = [], []
    for l in reversed(range(len(weights))):
        dZ = dZ / len(X)
        ws.insert(0, A[l].T @ dZ)
        bs.insert(0, dZ.sum(axis=0, keepdims=True))
        dZ = dZ @ weights[l].T * (1 - A[l] ** 2)
    return ws, bs
