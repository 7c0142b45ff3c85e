# One arange for rows and columns: only square matrices work.
def triu(A):
    i = np.arange(len(A))
    return A * (i[:, None] <= i)
