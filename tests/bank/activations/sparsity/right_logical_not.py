def sparsity(h):
    silent = np.logical_not(h).flatten()
    if len(silent) == 0:
        raise ValueError("no elements")
    return sum(silent.tolist()) / len(silent)
