def collapse(weights, biases):
    # Walk backwards: `left` is the product of all layers that come after the current one.
    left = np.identity(len(biases[-1]))
    b = np.zeros(len(biases[-1]))
    for W_k, b_k in zip(reversed(weights), reversed(biases)):
        b = b + np.dot(left, b_k)
        left = np.dot(left, W_k)
    return left, b
