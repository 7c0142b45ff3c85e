def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    left = np.exp(np.minimum(z, 0))
    right = np.exp(-np.maximum(z, 0))
    return np.where(z < 0, left / (1 + left), 1 / (1 + right))
