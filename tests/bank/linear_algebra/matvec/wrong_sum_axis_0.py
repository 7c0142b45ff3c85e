# Added up down the columns.
def matvec(A, x):
    return (A * x).sum(axis=0)
