def sigmoid_stable(z):
    z = np.asarray(z, dtype=float)
    out = np.empty_like(z)
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    t = np.exp(z[~right])
    out[~right] = t / (1 + t)
    return out
