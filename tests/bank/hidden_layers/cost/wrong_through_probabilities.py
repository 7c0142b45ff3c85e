# Infinite for large logits: the log of a probability of 0.
def cost(Z2, y):
    if Z2.shape != y.shape:
        raise ValueError("shape")
    p = sigmoid(Z2)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
