# All loops run over the rows of A: only square matrices work.
def matmul_loops(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    n = len(A)
    C = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            for l in range(n):
                C[i, j] += A[i, l] * B[l, j]
    return C
