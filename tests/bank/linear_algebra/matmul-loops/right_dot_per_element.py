def matmul_loops(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError('inner sizes differ')
    return np.array([[sum(a * b for a, b in zip(row, column)) for column in B.T] for row in A])
