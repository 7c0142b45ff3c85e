# `*` for the matrix product.
def matmul_loops(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    return A * B
