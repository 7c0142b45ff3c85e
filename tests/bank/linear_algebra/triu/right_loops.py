def triu(A):
    B = A.copy()
    for i in range(B.shape[0]):
        for j in range(min(i, B.shape[1])):
            B[i, j] = 0
    return B
