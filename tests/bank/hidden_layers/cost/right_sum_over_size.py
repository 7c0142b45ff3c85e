def cost(Z2, y):
    if np.shape(y) != np.shape(Z2):
        raise ValueError("shape")
    return float((y * np.logaddexp(0, -Z2) + (1 - y) * np.logaddexp(0, Z2)).sum() / y.size)
