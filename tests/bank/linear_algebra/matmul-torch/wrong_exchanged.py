# B A for A B.
def matmul_torch(A, B):
    return B @ A
