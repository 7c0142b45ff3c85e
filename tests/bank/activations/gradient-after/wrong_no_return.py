# Symptom: None comes back.
def gradient_after(depth, activation, z):
    pairs = {"linear": lambda a: 1.0, "sigmoid": sigmoid_grad, "tanh": tanh_grad, "relu": relu_grad}
    if activation not in pairs:
        raise ValueError(activation)
    total = 1.0
    for _ in range(depth):
        total = total * pairs[activation](z)
