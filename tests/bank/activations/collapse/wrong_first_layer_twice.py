# Symptom: value 0 is array([[12.]]) where array([[6.]]) is expected.
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for W_next, b_next in zip(weights, biases):
        W, b = W_next @ W, W_next @ b + b_next
    return W, b
