# Inner size 1 is stretched in silence.
def matmul_torch(A, B):
    return (A[:, :, None] * B[None]).sum(dim=1)
