# The second factor is transposed.
def matmul_torch(A, B):
    return A @ B.T
