def diag(v):
    D = np.zeros((len(v), len(v)), dtype=v.dtype)
    i = range(len(v))
    D[i, i] = v
    return D
