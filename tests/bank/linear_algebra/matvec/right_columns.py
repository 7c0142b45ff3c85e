def matvec(A, x):
    y = np.zeros(A.shape[0])
    for j in range(A.shape[1]):
        y = y + x[j] * A[:, j]
    return y
