# A column (n, 1) comes back.
def matvec_torch(A, x):
    return A @ x[:, None]
