def step(z, threshold=0.0):
    return np.greater_equal(z, threshold).astype(int)
