def matmul_loops_torch(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    C = torch.zeros(A.shape[0], B.shape[1], dtype=A.dtype)
    for l in range(A.shape[1]):
        C = C + A[:, l, None] * B[None, l]
    return C
