# Inner size 1 is stretched in silence.
def matmul(A, B):
    return (A[:, :, None] * B[None]).sum(axis=1)
