# Symptom: b is [0.] where [3.] is expected.
def collapse(weights, biases):
    W, b = weights[0], np.zeros_like(biases[0])
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W_next @ W, W_next @ b + b_next
    return W, b
