def step(z, threshold=0.0):
    return 1 - np.less(z, threshold).astype(np.int8)
