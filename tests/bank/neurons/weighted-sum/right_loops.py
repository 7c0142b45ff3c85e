def weighted_sum(x, w, b):
    x = np.asarray(x, dtype=float)
    if x.ndim == 1:
        total = float(b)
        for k in range(len(w)):
            total += x[k] * w[k]
        return total
    z = np.empty(len(x))
    for i in range(len(x)):
        z[i] = weighted_sum(x[i], w, b)
    return z
