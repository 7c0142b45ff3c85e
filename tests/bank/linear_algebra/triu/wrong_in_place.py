# The caller's matrix is changed.
def triu(A):
    for i in range(A.shape[0]):
        A[i, : min(i, A.shape[1])] = 0
    return A
