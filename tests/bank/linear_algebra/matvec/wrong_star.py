# `*` for `@`: a table of shape (n, d).
def matvec(A, x):
    return A * x
