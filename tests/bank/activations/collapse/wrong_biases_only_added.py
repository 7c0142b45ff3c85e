# Symptom: b is [1.] where [3.] is expected.
def collapse(weights, biases):
    W = weights[0]
    for W_next in weights[1:]:
        W = W_next @ W
    return W, sum(biases)
