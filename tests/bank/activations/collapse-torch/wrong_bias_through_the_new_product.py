# Symptom: the new W, not the next layer alone, multiplies the bias.
def collapse_torch(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W = W_next @ W
        b = W @ b + b_next
    return W, b
