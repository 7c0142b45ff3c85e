# Symptom: all visible checks pass; float64 weights come back as float32.
def collapse_torch(weights, biases):
    W, b = weights[0].float(), biases[0].float()
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W_next.float() @ W, W_next.float() @ b + b_next.float()
    return W, b
