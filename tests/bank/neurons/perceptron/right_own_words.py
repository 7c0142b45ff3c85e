def perceptron(x, w, b):
    z = (np.asarray(x, dtype=float) * w).sum(axis=-1) + b
    return np.where(z < 0, 0, 1)
