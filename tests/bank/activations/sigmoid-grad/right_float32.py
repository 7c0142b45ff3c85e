def sigmoid_grad(z):
    s = 1 / (1 + np.exp(-np.asarray(z, dtype=np.float32)))
    return s - s * s
