# Symptom: all visible checks pass; no gradient reaches the weights.
def collapse_torch(weights, biases):
    W, b = weights[0].detach(), biases[0].detach()
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W_next.detach() @ W, W_next.detach() @ b + b_next.detach()
    return W, b
