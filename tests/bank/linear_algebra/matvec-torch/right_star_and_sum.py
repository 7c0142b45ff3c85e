def matvec_torch(A, x):
    return (A * x).sum(dim=1)
