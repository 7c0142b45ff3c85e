# Symptom: all visible checks pass; math.exp raises OverflowError at -1000.
import math


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        out[index] = 1 / (1 + math.exp(-z[index]))
    return out
