# Symptom: arrays come back where tensors are expected.
def collapse_torch(weights, biases):
    W, b = weights[0].numpy(), biases[0].numpy()
    for W_next, b_next in zip(weights[1:], biases[1:]):
        W, b = W_next.numpy() @ W, W_next.numpy() @ b + b_next.numpy()
    return W, b
