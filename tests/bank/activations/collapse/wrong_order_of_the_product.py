# Symptom: the second check, and a mismatch of core dimensions when the layers have different widths.
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W @ W_next, W_next @ b + b_next
    return W, b
