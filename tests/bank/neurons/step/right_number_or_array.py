def step(z, threshold=0.0):
    if np.ndim(z) == 0:
        return 1 if z >= threshold else 0
    out = np.zeros(np.shape(z), dtype=int)
    out[z >= threshold] = 1
    return out
