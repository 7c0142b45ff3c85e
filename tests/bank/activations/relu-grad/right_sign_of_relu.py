def relu_grad(z):
    return np.sign(np.maximum(np.asarray(z, dtype=float), 0.0))
