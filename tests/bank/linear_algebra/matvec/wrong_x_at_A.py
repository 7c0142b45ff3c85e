# The columns are used in place of the rows.
def matvec(A, x):
    return x @ A
