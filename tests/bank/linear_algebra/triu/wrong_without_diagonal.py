# The diagonal is lost: < for <=.
def triu(A):
    i, j = np.indices(A.shape)
    return A * (i < j)
