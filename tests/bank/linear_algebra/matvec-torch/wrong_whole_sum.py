# Everything is added up to one number.
def matvec_torch(A, x):
    return (A * x).sum()
