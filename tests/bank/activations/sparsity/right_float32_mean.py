def sparsity(h):
    if h.size < 1:
        raise ValueError
    return np.mean(np.equal(h, 0), dtype=np.float32)
