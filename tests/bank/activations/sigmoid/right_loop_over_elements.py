import math


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        out[index] = 1 / (1 + math.exp(-z[index])) if z[index] > -700 else 0.0
    return out
