def step(z, threshold=0.0):
    return np.heaviside(np.subtract(z, threshold), 1.0).astype(np.int64)
