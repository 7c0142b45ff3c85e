# The lower triangle.
def triu(A):
    return np.tril(A)
