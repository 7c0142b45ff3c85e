# Symptom: `b += ...` writes into the last bias of the caller.
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W = W_next @ W
        b_next += W_next @ b
        b = b_next
    return W, b
