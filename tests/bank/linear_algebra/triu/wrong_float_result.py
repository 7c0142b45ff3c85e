# Integers become floats.
def triu(A):
    return A * np.triu(np.ones(A.shape))
