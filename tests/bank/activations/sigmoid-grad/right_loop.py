import math


def sigmoid_grad(z):
    z = np.asarray(z, dtype=float)
    out = np.zeros_like(z)
    for index, v in np.ndenumerate(z):
        t = math.exp(-abs(v))
        out[index] = t / (1 + t) / (1 + t)
    return out
