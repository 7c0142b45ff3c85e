# Symptom: b lacks the 10 of the last layer.
def collapse(weights, biases):
    W, b = weights[0], biases[0]
    for W_next in weights[1:]:
        W, b = W_next @ W, W_next @ b
    return W, b
