# A column (n, 1) comes back.
def matvec(A, x):
    return A @ x[:, None]
