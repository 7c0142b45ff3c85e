# The result takes the dtype of A: with an integer matrix fractions are cut off.
def matvec(A, x):
    y = np.zeros(len(A), dtype=A.dtype)
    for i, row in enumerate(A):
        y[i] = (row * x).sum()
    return y
