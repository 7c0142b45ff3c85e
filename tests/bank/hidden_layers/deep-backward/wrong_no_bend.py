# The slopes of the front layers lack the factor of tanh.
def deep_backward(X, y, weights, biases):
    A = deep_forward(X, weights, biases)
    dZ = (sigmoid(A[-1]) - y) / y.size
    ws, bs = [], []
    for l in reversed(range(len(weights))):
        ws.insert(0, A[l].T @ dZ)
        bs.insert(0, dZ.sum(axis=0, keepdims=True))
        dZ = dZ @ weights[l].T
    return ws, bs
