def matvec(A, x):
    return np.array([np.sum(row * x) for row in A])
