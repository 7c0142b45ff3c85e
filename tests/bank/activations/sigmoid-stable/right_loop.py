import math


def sigmoid_stable(z):
    def one(v):
        if v >= 0:
            return 1 / (1 + math.exp(-v))
        return math.exp(v) / (1 + math.exp(v))

    z = np.asarray(z, dtype=float)
    return np.array([one(v) for v in z.flat], dtype=float).reshape(z.shape)
