# Symptom: all visible checks pass; for depth 0 an unknown name is not refused.
def gradient_after(depth, activation, z):
    a = np.asarray(z, dtype=float)
    total = np.ones_like(a)
    for _ in range(depth):
        if activation == "sigmoid":
            total, a = total * sigmoid_grad(a), sigmoid_stable(a)
        elif activation == "tanh":
            total, a = total * tanh_grad(a), tanh(a)
        elif activation == "relu":
            total, a = total * relu_grad(a), relu(a)
        elif activation != "linear":
            raise ValueError(activation)
    return total
