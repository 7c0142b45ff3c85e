# The columns are used in place of the rows.
def matvec_torch(A, x):
    return x @ A
