# The caller's array is overwritten.
def sigmoid_all(Z):
    if Z.dtype.kind == 'f':
        Z *= -1
        np.exp(Z, out=Z)
        Z += 1
        np.divide(1, Z, out=Z)
        return Z
    return 1 / (1 + np.exp(-Z))
