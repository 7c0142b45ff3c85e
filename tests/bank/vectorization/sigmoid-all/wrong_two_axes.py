# Loops over rows: only matrices, and a loop.
def sigmoid_all(Z):
    A = np.zeros(Z.shape)
    for i in range(len(Z)):
        A[i] = 1 / (1 + np.exp(-Z[i]))
    return A
