# Symptom: 0.0625 where 0.0588 is expected.
def gradient_after(depth, activation, z):
    pairs = {
        "linear": lambda a: np.ones_like(np.asarray(a, dtype=float)),
        "sigmoid": sigmoid_grad,
        "tanh": tanh_grad,
        "relu": relu_grad,
    }
    if activation not in pairs:
        raise ValueError(activation)
    return pairs[activation](z) ** depth
