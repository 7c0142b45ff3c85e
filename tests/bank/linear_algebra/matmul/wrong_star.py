# `*` for `@`: right shape for square matrices, wrong values.
def matmul(A, B):
    return A * B
