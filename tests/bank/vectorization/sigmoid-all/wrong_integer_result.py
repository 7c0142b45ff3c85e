# Fractions are cut off for whole numbers.
def sigmoid_all(Z):
    A = np.empty_like(Z)
    A[...] = 1 / (1 + np.exp(-Z))
    return A
