# The S is mirrored.
def sigmoid_all(Z):
    return 1 / (1 + np.exp(Z))
