# The result takes the dtype of A: fractions are cut off.
def matmul_loops(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    C = np.zeros((A.shape[0], B.shape[1]), dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            total = 0
            for l in range(A.shape[1]):
                total += A[i, l] * B[l, j]
            C[i, j] = total
    return C
