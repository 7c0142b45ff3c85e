# D[:, i] fills whole columns.
def diag(v):
    D = np.zeros((len(v), len(v)))
    for i in range(len(v)):
        D[:, i] = v[i]
    return D
