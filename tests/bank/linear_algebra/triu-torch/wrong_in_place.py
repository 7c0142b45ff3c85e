# The caller's tensor is changed.
def triu_torch(A):
    return A.triu_()
