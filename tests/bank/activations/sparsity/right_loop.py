def sparsity(h):
    zeros = total = 0
    for value in np.ravel(h):
        total += 1
        zeros += value == 0
    if total == 0:
        raise ValueError("empty")
    return zeros / total
