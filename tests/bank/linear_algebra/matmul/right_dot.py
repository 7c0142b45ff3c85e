def matmul(A, B):
    return np.dot(A, B)
