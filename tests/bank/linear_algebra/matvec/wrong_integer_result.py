# The result is made as an integer array: fractions are cut off.
def matvec(A, x):
    y = np.zeros(len(A), dtype=int)
    for i, row in enumerate(A):
        y[i] = row @ x
    return y
