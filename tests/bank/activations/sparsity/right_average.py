def sparsity(h):
    if np.size(h) == 0:
        raise ValueError("h is empty")
    return np.average(np.where(h == 0, 1.0, 0.0))
