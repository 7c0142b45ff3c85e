def relu_grad(z):
    return np.greater(z, 0).astype(np.float32)
