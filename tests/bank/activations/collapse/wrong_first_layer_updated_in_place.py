# Symptom: the check says that the argument is not as it was.
def collapse(weights, biases):
    W, b = weights.pop(0), biases.pop(0)
    while weights:
        W_next, b_next = weights.pop(0), biases.pop(0)
        W, b = W_next @ W, W_next @ b + b_next
    return W, b
