def project(u, v):
    square = np.dot(v, v)
    P = np.outer(v, v) / (square if square > 0 else 1)
    return P @ u
