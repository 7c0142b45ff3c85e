def cost(Z2, y):
    if Z2.shape != y.shape:
        raise ValueError("shape")
    return np.mean(np.maximum(Z2, 0) - y * Z2 + np.log1p(np.exp(-np.abs(Z2))))
