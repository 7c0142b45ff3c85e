# Symptom: the check says that the argument is not as it was.
def collapse_torch(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W = W_next @ W
        b = b_next.add_(W_next @ b)
    return W, b
