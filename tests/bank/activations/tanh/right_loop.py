import math


def tanh(z):
    z = np.asarray(z, dtype=float)
    return np.array([math.tanh(v) for v in z.ravel()], dtype=float).reshape(z.shape)
