# Inner sizes that differ give a number where a ValueError was promised.
def matmul_loops_torch(A, B):
    C = torch.zeros(A.shape[0], B.shape[1], dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for l in range(min(A.shape[1], B.shape[0])):
                C[i, j] += A[i, l] * B[l, j]
    return C
