# Loops through the numbers, and puts them back into shape.
import math


def sigmoid_all(Z):
    return np.array([1 / (1 + math.exp(-z)) for z in Z.ravel()]).reshape(Z.shape)
