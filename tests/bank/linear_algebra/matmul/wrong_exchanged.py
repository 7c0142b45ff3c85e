# B A for A B.
def matmul(A, B):
    return B @ A
