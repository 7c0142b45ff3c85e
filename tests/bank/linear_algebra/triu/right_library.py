def triu(A):
    return np.triu(A)
