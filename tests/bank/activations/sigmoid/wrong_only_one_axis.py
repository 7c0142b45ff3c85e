# Symptom: a loop over the first axis finds rows, not numbers, in a matrix.
import math


def sigmoid(z):
    if isinstance(z, (int, float)):
        return 1 / (1 + math.exp(-z))
    return np.array([1 / (1 + math.exp(-v)) for v in z])
