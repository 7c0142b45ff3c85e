# Symptom: the bound (1/4)**depth in place of the product.
def gradient_after(depth, activation, z):
    largest = {"linear": 1.0, "sigmoid": 0.25, "tanh": 1.0, "relu": 1.0}
    if activation not in largest:
        raise ValueError(activation)
    return np.full(np.shape(z), largest[activation] ** depth)
