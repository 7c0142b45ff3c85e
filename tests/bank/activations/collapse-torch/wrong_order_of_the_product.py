# Symptom: the second check; "mat1 and mat2 shapes cannot be multiplied" for different widths.
def collapse_torch(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W @ W_next, W_next @ b + b_next
    return W, b
