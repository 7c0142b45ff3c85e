# The zeros are integers and cut fractions off.
def diag(v):
    D = np.zeros((len(v), len(v)), dtype=int)
    for i in range(len(v)):
        D[i, i] = v[i]
    return D
