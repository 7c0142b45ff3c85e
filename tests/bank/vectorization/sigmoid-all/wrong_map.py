# map is a loop.
def sigmoid_all(Z):
    return np.array(list(map(lambda z: 1 / (1 + np.exp(-z)), Z.ravel())), dtype=float).reshape(Z.shape)
