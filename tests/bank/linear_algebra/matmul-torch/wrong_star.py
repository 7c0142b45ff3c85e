# `*` for `@`: right shape for square matrices, wrong values.
def matmul_torch(A, B):
    return A * B
