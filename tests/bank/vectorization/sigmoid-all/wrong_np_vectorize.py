# np.vectorize is a loop.
import math


@np.vectorize
def sigmoid_all(Z):
    return 1 / (1 + math.exp(-Z))
