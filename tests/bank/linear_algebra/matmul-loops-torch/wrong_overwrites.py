# `=` for `+=`: only the last product is left.
def matmul_loops_torch(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    C = torch.zeros(A.shape[0], B.shape[1], dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for l in range(A.shape[1]):
                C[i, j] = A[i, l] * B[l, j]
    return C
