# `*` for the matrix product.
def matmul_loops_torch(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    return A * B
