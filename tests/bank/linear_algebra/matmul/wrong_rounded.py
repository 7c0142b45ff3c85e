# The result is made as an integer array.
def matmul(A, B):
    return (A @ B).astype(int)
