def step(z, threshold=0.0):
    return np.where(np.asarray(z) >= threshold, 1, 0)
