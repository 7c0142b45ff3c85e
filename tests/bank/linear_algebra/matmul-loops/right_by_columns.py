def matmul_loops(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    C = np.zeros((len(A), B.shape[1]))
    for l in range(A.shape[1]):
        for i in range(len(A)):
            C[i] += A[i, l] * B[l]
    return C
