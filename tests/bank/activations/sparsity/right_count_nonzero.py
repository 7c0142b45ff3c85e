def sparsity(h):
    h = np.asarray(h)
    if not h.size:
        raise ValueError("an empty array has no share of zeros")
    return 1 - np.count_nonzero(h) / h.size
